//! Makes `public/pinyin.bin`, whose form `src/search/pinyin/table.rs` tells, from the crate `pinyin`.

use pinyin::ToPinyinMulti;
use yishi::search::fold;

/// Characters of the General Standard Chinese Characters of 2013 that are not in the block from U+4E00 on: names have them, above all
/// those of young people and of places. With them, 〇.
const OTHERS: &str = "〇㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽\
䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨\
𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀\
𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓";

/// Readings that the crate has not, and why they are wanted.
const MISSING: [(char, &str); 4] = [
    // The county 乾县 and the emperor 乾隆: 乾 is folded to 干, for mostly it is that.
    ('干', "qian"),
    // The county 乐亭 in Hebei.
    ('乐', "lao"),
    // What everyone types; the crate has only `n` and `ng`.
    ('嗯', "en"),
    // The surname.
    ('黑', "he"),
];

/// Every character that has a place or may have one, in order of code points, and those from U+4E00 on first.
pub fn characters() -> impl Iterator<Item = char> {
    ('\u{4e00}'..='\u{9fff}').chain(OTHERS.chars())
}

/// The readings of a character, the commonest first; none for what folding replaces, for only folded text is looked at.
pub fn readings(c: char) -> Vec<String> {
    if fold(&c.to_string()) != c.to_string() {
        return Vec::new();
    }
    let crates = c.to_pinyin_multi().into_iter().flatten().map(|reading| reading.plain().replace('ü', "v"));
    let own = MISSING.iter().filter(|(wanted, _)| *wanted == c).map(|(_, reading)| (*reading).to_owned());
    let mut readings: Vec<String> = Vec::new();
    for reading in crates.chain(own) {
        // Sounds like `hm` and `ng` are no syllables that anyone types.
        if reading.contains(['a', 'e', 'i', 'o', 'u', 'v']) && !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

/// The file.
pub fn table() -> Vec<u8> {
    let run: Vec<char> = ('\u{4e00}'..='\u{9fff}').collect();
    let length = run.iter().rposition(|c| !readings(*c).is_empty()).map_or(0, |last| last + 1);
    let mut others: Vec<char> = OTHERS.chars().filter(|c| !readings(*c).is_empty()).collect();
    others.sort_unstable();
    let all: Vec<Vec<String>> = run[..length].iter().chain(&others).map(|c| readings(*c)).collect();

    let mut syllables: Vec<(usize, &String)> = Vec::new();
    for syllable in all.iter().flatten() {
        match syllables.iter_mut().find(|(_, known)| *known == syllable) {
            Some((count, _)) => *count += 1,
            None => syllables.push((1, syllable)),
        }
    }
    syllables.sort_by_key(|(count, syllable)| (std::cmp::Reverse(*count), *syllable));

    let (mut first, mut counts, mut further, mut rare) = (Vec::new(), Vec::new(), Vec::new(), [Vec::new(), Vec::new()]);
    let code = |syllable: &String, rare: &mut Vec<u8>| {
        let number = syllables.iter().position(|(_, known)| *known == syllable).unwrap();
        if number >= 254 {
            rare.push(u8::try_from(number - 254).unwrap());
        }
        u8::try_from((number + 1).min(255)).unwrap()
    };
    for readings in &all {
        first.push(readings.first().map_or(0, |reading| code(reading, &mut rare[0])));
        counts.extend(readings.len().checked_sub(1).map(|count| u8::try_from(count).unwrap()));
        further.extend(readings.iter().skip(1).map(|reading| code(reading, &mut rare[1])));
    }

    let letters: String = syllables.iter().flat_map(|(_, syllable)| [syllable.as_str(), "\n"]).collect();
    let mut body = Vec::new();
    for length in [letters.len(), length, others.len()] {
        body.extend(u16::try_from(length).unwrap().to_le_bytes());
    }
    body.extend(letters.bytes());
    body.extend(others.iter().flat_map(|c| u32::from(*c).to_le_bytes().into_iter().take(3)));
    body.extend([first, counts, further, rare.concat()].concat());
    let sum = yishi::hash::fnv1a_32(&body);
    [b"YSPY\x01".as_slice(), &sum.to_le_bytes(), &body].concat()
}
