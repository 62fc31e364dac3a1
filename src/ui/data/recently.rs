//! A few things by their names, those that were used last. What falls out is fetched or read again when it is wanted again.
// TODO(merge): goes where the shared list of what was used last is there (beside src/order.rs).

/// The things, the one that was used last at the end.
#[derive(Debug)]
pub struct Recently<T> {
    most: usize,
    all: Vec<(String, T)>,
}

impl<T: Clone> Recently<T> {
    /// None yet, and never more than `most`.
    pub const fn new(most: usize) -> Self {
        Self { most, all: Vec::new() }
    }

    /// The thing of that name, which is used by this.
    pub fn get(&mut self, name: &str) -> Option<T> {
        let at = self.all.iter().position(|(known, _)| known == name)?;
        let found = self.all.remove(at);
        let thing = found.1.clone();
        self.all.push(found);
        Some(thing)
    }

    /// Keeps a thing; where there are too many the one goes that was not used for the longest time.
    pub fn put(&mut self, name: String, thing: T) {
        self.all.retain(|(known, _)| *known != name);
        self.all.push((name, thing));
        if self.all.len() > self.most {
            self.all.remove(0);
        }
    }
}
