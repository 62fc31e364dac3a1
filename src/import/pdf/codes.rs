//! What the codes of fonts mean that carry no map to text: those of the character collections that every reader knows.

use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, String as Bytes};
use std::collections::HashMap;

/// The most fonts that are looked at.
const LIMIT_FONTS: usize = 2000;

/// The fonts of a file that have no map of their own, by name.
#[derive(Default)]
pub struct Codes {
    fonts: HashMap<String, Font>,
}

struct Font {
    /// The name of its encoding, such as `GBK-EUC-H`.
    encoding: Vec<u8>,
    /// From codes to numbers of the collection.
    numbers: CMap,
    /// From those to text.
    text: CMap,
}

impl Codes {
    /// Looks for such fonts in a file.
    pub fn of(pdf: &Pdf) -> Self {
        let mut codes = Self::default();
        for object in pdf.objects() {
            let Some((name, font)) = object.into_dict().and_then(|dict| font(&dict)) else { continue };
            // Two fonts of one name that differ in their codes cannot be told apart.
            if codes.fonts.get(&name).is_some_and(|other| other.encoding != font.encoding) {
                codes.fonts.remove(&name);
            } else if codes.fonts.len() < LIMIT_FONTS {
                codes.fonts.insert(name, font);
            }
        }
        codes
    }

    /// What a code of a font means; `name` is without the mark of a part of a font.
    pub fn text(&self, name: &str, code: u32) -> Option<BfString> {
        let font = self.fonts.get(name)?;
        (1..=4).filter_map(|length| font.numbers.lookup_cid_code(code, length)).find_map(|number| font.text.lookup_bf_string(number))
    }
}

fn font(dict: &Dict<'_>) -> Option<(String, Font)> {
    let is_composite = dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type0");
    if !is_composite || dict.contains_key("ToUnicode") {
        return None;
    }
    let encoding = dict.get::<Name<'_>>("Encoding")?.as_ref().to_vec();
    let below = dict.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let info = below.get::<Dict<'_>>("CIDSystemInfo")?;
    let family = CidFamily::from_registry_ordering(&info.get::<Bytes<'_>>("Registry")?, &info.get::<Bytes<'_>>("Ordering")?);
    let text = CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded)?;
    let numbers = match CMapName::from_bytes(&encoding) {
        CMapName::IdentityH | CMapName::IdentityV => CMap::identity_h(),
        name => CMap::parse(load_embedded(name)?, load_embedded)?,
    };
    let name = dict.get::<Name<'_>>("BaseFont")?.as_str().to_owned();
    let plain = name.split_once('+').filter(|(mark, _)| mark.len() == 6).map_or(name.as_str(), |(_, rest)| rest);
    Some((plain.to_owned(), Font { encoding, numbers, text }))
}
