#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    yishi_fuzz::foreign::xml_workbook(bytes);
});
