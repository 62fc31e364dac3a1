//! What is known of budget figures beyond the file: the classification that their codes belong to.

pub mod classes;
