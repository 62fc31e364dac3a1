//! A word to the other tabs that show this page.

use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type BroadcastChannel;
    #[wasm_bindgen(constructor, catch)]
    fn new(name: &str) -> Result<BroadcastChannel, JsValue>;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &BroadcastChannel, message: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &BroadcastChannel, handler: &JsValue);
    #[wasm_bindgen(method)]
    fn close(this: &BroadcastChannel);
}

/// A channel to the other tabs, open until the last of its owners lets go of it. Where the browser has none, nobody is heard.
#[derive(Clone)]
pub struct Channel(Option<Rc<Line>>);

struct Line {
    channel: BroadcastChannel,
    // Called as long as the channel is open.
    _heard: Closure<dyn Fn(JsValue)>,
}

impl Channel {
    /// Opens a channel; `heard` is called with what other tabs say on it.
    pub fn open(name: &str, heard: impl Fn(String) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(name) else { return Self(None) };
        let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let data = js_sys::Reflect::get(&event, &"data".into()).ok();
            if let Some(text) = data.and_then(|data| data.as_string()) {
                heard(text);
            }
        });
        channel.set_onmessage(heard.as_ref());
        Self(Some(Rc::new(Line { channel, _heard: heard })))
    }

    /// Says something to the other tabs.
    pub fn say(&self, text: &str) {
        if let Some(line) = &self.0 {
            let _ = line.channel.post_message(text);
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.channel.set_onmessage(&JsValue::NULL);
        self.channel.close();
    }
}
