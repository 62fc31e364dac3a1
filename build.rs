//! How the page is linked: what splits it into parts (`scripts/program.mjs`) reads from the relocations which function needs which.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Not by RUSTFLAGS, which would have every dependency compiled anew.
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bin=yishi-web=--emit-relocs");
    }
}
