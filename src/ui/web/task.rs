//! What follows signals, and what takes a while. Leptos compiles an effect, a task, and the building and renewing of a part of a view anew
//! for every closure; here all of a kind share one.

use leptos::prelude::*;
use std::pin::Pin;
use std::task::Poll;

/// Runs now and whenever what it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    start(Box::new(run));
}

/// A closure of a generic function would be one of its own for every use.
fn start(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// Something that takes a while.
pub type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// Runs a task beside everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Task<()> = Box::pin(task);
    leptos::task::spawn_local(task);
}

/// Waits for all tasks, which go on beside one another.
pub async fn all<T: Unpin + 'static>(tasks: Vec<Task<T>>) -> Vec<T> {
    let mut tasks = tasks;
    let mut done: Vec<Option<T>> = tasks.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (task, done) in tasks.iter_mut().zip(&mut done).filter(|(_, done)| done.is_none()) {
            if let Poll::Ready(result) = task.as_mut().poll(context) {
                *done = Some(result);
            }
        }
        if done.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}

/// A view that is renewed when what it reads changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
}
