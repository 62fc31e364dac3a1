#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::{Format, builtin};

fn shown(code: &str, number: f64) -> String {
    Format::new(code).number(number, false).unwrap().text
}

#[test]
fn digits_stand_in_their_places() {
    for (code, number, text) in [
        ("0", 12.5, "13"),
        ("0.0", 12.34, "12.3"),
        ("0.00", -0.5, "-0.50"),
        ("#,##0", 1_234_567.0, "1,234,567"),
        ("#,##0.00", 1234.5, "1,234.50"),
        ("#,##0", 0.0, "0"),
        ("#,##0", 123.0, "123"),
        ("#", 0.0, ""),
        ("0000", 12.0, "0012"),
        ("0,000", 12.0, "0,012"),
        ("0.0#", 1.5, "1.5"),
        ("0.0#", 1.256, "1.26"),
        (".00", 1.5, "1.50"),
        ("0%", 0.981, "98%"),
        ("0.0%", 1.032_249, "103.2%"),
        ("0.00%", -0.05, "-5.00%"),
        ("0.00E+00", 12345.0, "1.23E+04"),
        ("0.00E+00", 0.0, "0.00E+00"),
        ("##0.0E+0", 12345.0, "12.3E+3"),
        ("0.00E+00", 9.999, "1.00E+01"),
    ] {
        assert_eq!(shown(code, number), text, "{code} {number}");
    }
}

#[test]
fn sections_are_for_signs() {
    for (code, number, text) in [
        ("#,##0.00_);(#,##0.00)", -1234.5, "(1,234.50)"),
        ("#,##0.00_);[Red]\\(#,##0.00\\)", 7.0, "7.00"),
        ("0.0;-0.0;\"—\"", 0.0, "—"),
        ("#,##0;-#,##0;", 0.0, ""),
        ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"??_ ;_ @_ ", 0.0, "-"),
        ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"??_ ;_ @_ ", -1234.0, "-1,234"),
        ("[>=10000]0.0,\"千\";0", 12345.0, "12.3千"),
        ("[>=10000]0.0,\"千\";0", -5.0, "-5"),
        ("[<0](0);0", -5.0, "(5)"),
        ("[=0]\"\";General", 0.0, ""),
        ("[=0]\"\";General", -1.5, "-1.5"),
    ] {
        assert_eq!(shown(code, number), text, "{code} {number}");
    }
}

#[test]
fn words_and_scales_are_shown() {
    assert_eq!(shown("0.00\"万元\"", 12.5), "12.50万元");
    assert_eq!(shown("#,##0,", 1_234_567.0), "1,235");
    assert_eq!(shown("0\\.0,", 1_234_567.0), "123.5");
    assert_eq!(shown("0\\.0,\"0\"", 1_234_567.0), "123.50");
    assert_eq!(shown("[$¥-804]#,##0.00", 1.0), "¥1.00");
    assert_eq!(shown("General\"人\"", 12.0), "12人");
    assert_eq!(shown("G/通用格式", 12.5), "12.5");
    assert_eq!(shown("@", 201.0), "201");
    assert_eq!(shown("# ?/?", 0.5), "0.5");
}

#[test]
fn days_are_dates_and_months_as_they_are_written() {
    for (code, number, text) in [
        (builtin(14).unwrap(), 45717.0, "2025-03-01"),
        (builtin(58).unwrap(), 45717.0, "2025-03-01"),
        (builtin(22).unwrap(), 45717.5, "2025-03-01 12:00"),
        (builtin(22).unwrap(), 45717.0, "2025-03-01"),
        (builtin(17).unwrap(), 45717.0, "2025-03"),
        (builtin(57).unwrap(), 45717.0, "2025年3月"),
        (builtin(20).unwrap(), 0.395_833_333_333_333, "09:30"),
        ("yyyy\"年\"m\"月\"d\"日\";@", 45717.0, "2025-03-01"),
        ("[$-804]yyyy\"年\"m\"月\";@", 45717.0, "2025年3月"),
        ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45717.0, "2025-03-01"),
        ("yyyy-mm-dd", -1.0, "-1"),
    ] {
        assert_eq!(shown(code, number), text, "{code} {number}");
    }
    assert!(Format::new("yyyy/m/d").number(45717.0, false).unwrap().is_date);
    assert_eq!(Format::new("yyyy/m/d").number(44255.0, true).unwrap().text, "2025-03-01");
}

#[test]
fn a_section_may_be_for_text() {
    assert_eq!(Format::new("0;0;0;\"共\"@").text("三人".to_owned()), "共三人");
    assert_eq!(Format::new("_ @_ ").text("三人".to_owned()), "三人");
    assert_eq!(Format::new(";;;").text("三人".to_owned()), "");
    assert_eq!(Format::new("0.0").text("三人".to_owned()), "三人");
}

#[test]
fn no_code_is_too_odd() {
    for code in [
        "", ";", ";;;;;;;", "\"", "[", "[>", "[>]0", "\\", "_", "*", "E+", "0E+", "/", "0/", ",,,", ".", "..", "0.0.0", "%%%", "[h", "[$",
        "?", "E+0.0E+0",
    ] {
        for number in [0.0, -1.5, 1e300, -1e-300, 45717.5] {
            assert!(Format::new(code).number(number, true).is_some(), "{code} {number}");
        }
    }
    assert!(Format::new(&"0".repeat(100_000)).number(1.0, false).unwrap().text.len() < 1000);
}
