//! How large the streams of a file are once they are unpacked, which the library does whole, whatever they come to.

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_interpret::hayro_syntax::object::{Name, Object, Stream};
use hayro_interpret::hayro_syntax::{Filter, Pdf};
use std::io::Read;

/// Whether the streams are more than so many bytes. Pictures do not count: they are never unpacked here.
pub fn exceeds(pdf: &Pdf, limit: u64) -> bool {
    let mut left = limit;
    for stream in pdf.objects().into_iter().filter_map(Object::into_stream) {
        match left.checked_sub(unpacked(&stream, left)) {
            Some(less) => left = less,
            None => return true,
        }
    }
    false
}

/// The bytes of a stream, counted to just beyond `most`; none where it is not packed, or in a way that is long out of use.
fn unpacked(stream: &Stream<'_>, most: u64) -> u64 {
    let is_picture = stream.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Image");
    let filters = stream.filters();
    if is_picture || filters.first() != Some(&Filter::FlateDecode) {
        return 0;
    }
    // What is packed twice is a trick.
    if filters.iter().skip(1).any(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)) {
        return most.saturating_add(1);
    }
    let raw = stream.raw_data();
    let is_zlib = raw.get(..2).is_some_and(|head| head[0] & 15 == 8 && u16::from_be_bytes([head[0], head[1]]).is_multiple_of(31));
    if is_zlib { count(ZlibDecoder::new(&*raw), most) } else { count(DeflateDecoder::new(&*raw), most) }
}

/// The bytes that come, as far as they can be unpacked.
fn count(mut source: impl Read, most: u64) -> u64 {
    let mut buffer = vec![0; 1 << 16];
    let mut counted = 0;
    while counted <= most
        && let Ok(length @ 1..) = source.read(&mut buffer)
    {
        counted = counted.saturating_add(length as u64);
    }
    counted
}
