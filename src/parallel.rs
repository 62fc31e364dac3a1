//! Work on many files at once. Host only.

/// What `each` makes of every item, in order, on all processors: reading, linking and removing thousands of files waits a lot.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let most = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let size = items.len().div_ceil(most * 4).max(1);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let chunks: Vec<&[T]> = items.chunks(size).collect();
    // A folder with little in it is not worth a thread.
    let threads = most.min(chunks.len());
    let mut made: Vec<(usize, Vec<R>)> = std::thread::scope(|scope| {
        let work = || {
            let mut made = Vec::new();
            loop {
                let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(chunk) = chunks.get(at) else { return made };
                made.push((at, chunk.iter().map(&each).collect()));
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    made.sort_unstable_by_key(|(at, _)| *at);
    made.into_iter().flat_map(|(_, results)| results).collect()
}
