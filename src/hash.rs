//! Hashes of bytes, by which files are known and told apart.

#[cfg(feature = "cli")]
use sha2::{Digest, Sha256};

/// FNV-1a with 64 bits. It tells accidents, not forgers. Names of files follow from it: the same everywhere and for ever.
pub fn fnv1a_64(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The same with 32 bits.
pub fn fnv1a_32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The SHA-256 of bytes in lower-case hexadecimal digits.
#[cfg(feature = "cli")]
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = std::fmt::Write::write_fmt(&mut hex, format_args!("{byte:02x}"));
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hashes_are_those_of_the_published_test_vectors() {
        let texts = [&b""[..], b"a", b"foobar"];
        assert_eq!(texts.map(fnv1a_64), [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]);
        assert_eq!(texts.map(fnv1a_32), [0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968]);
        #[cfg(feature = "cli")]
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
