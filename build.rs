//! How the programs of the page are linked: what splits the first into parts (`scripts/program.mjs`) reads from the relocations which function needs which.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Not by RUSTFLAGS, which would have every dependency compiled anew.
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bin=yishi-web=--emit-relocs");
    }
    // A file that takes more is too large; the tab must live.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        for (feature, program) in
            [("CARGO_FEATURE_READER", "yishi-reader"), ("CARGO_FEATURE_READER_PDF", "yishi-pdf"), ("CARGO_FEATURE_WRITER", "yishi-writer")]
        {
            if std::env::var_os(feature).is_some() {
                println!("cargo::rustc-link-arg-bin={program}=--max-memory=536870912");
            }
        }
    }
}
