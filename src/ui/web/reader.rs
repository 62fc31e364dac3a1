//! The programs that read foreign files, each in a worker of its own: what goes wrong in one of them ends there. `scripts/boot` starts them, from a site or from inside a
//! single file.

use crate::drafting::{Answer, Ask};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::set_timeout;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = worker)]
    async fn js_worker(name: &str) -> Result<JsValue, JsValue>;
}

/// So long a program may think about one question.
const PATIENCE: Duration = Duration::from_mins(1);

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// This page is a single file that does not carry the program.
    Absent,
    /// The program could not be fetched or started.
    Unreached,
    /// It ended: too little memory, or a fault of ours.
    Died,
    /// It took too long.
    Late,
}

/// A program that is at work.
#[derive(Debug)]
pub struct Program(Worker);

impl Program {
    /// Starts the program of that name: `reader`, or `pdf`.
    pub async fn start(name: &str) -> Result<Self, Trouble> {
        let worker = js_worker(name).await.map_err(|_| Trouble::Unreached)?;
        worker.dyn_into().map(Self).map_err(|_| Trouble::Absent)
    }

    /// Asks it something, with the bytes of a file where one is to be read. An error is its end.
    pub async fn ask(&self, ask: &Ask, bytes: Option<&[u8]>) -> Result<Answer, Trouble> {
        let channel = MessageChannel::new().map_err(|_| Trouble::Died)?;
        let port = channel.port1();
        let answered = Promise::new(&mut |resolve, reject| {
            port.set_onmessage(Some(&resolve));
            set_timeout(
                move || {
                    let _ = reject.call0(&JsValue::NULL);
                },
                PATIENCE,
            );
        });
        let message = Object::new();
        let put = |key: &str, value: &JsValue| Reflect::set(&message, &JsValue::from_str(key), value).map_err(|_| Trouble::Died);
        let transferred = Array::of1(&channel.port2());
        put("ask", &JsValue::from_str(&serde_json::to_string(ask).unwrap_or_default()))?;
        put("port", &channel.port2())?;
        if let Some(bytes) = bytes {
            let bytes = Uint8Array::from(bytes);
            transferred.push(&bytes.buffer());
            put("bytes", &bytes)?;
        }
        self.0.post_message_with_transfer(&message, &transferred).map_err(|_| Trouble::Died)?;
        let event = JsFuture::from(answered).await.map_err(|_| Trouble::Late)?;
        let text = event.unchecked_into::<MessageEvent>().data().as_string().ok_or(Trouble::Died)?;
        serde_json::from_str(&text).map_err(|_| Trouble::Died)
    }

    /// Ends it, whatever it is doing.
    pub fn end(&self) {
        self.0.terminate();
    }
}
