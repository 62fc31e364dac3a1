//! Numbers of terms and meetings in Chinese figures, as titles of sessions have them.

/// The number that `text` says, in Chinese or Arabic figures, below a thousand.
pub fn number(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse::<u32>() {
        return (number < 1000).then_some(number);
    }
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c).or((c == '〇').then_some(0)).or((c == '两').then_some(2));
    let (mut total, mut last) = (0_usize, None);
    for c in text.chars() {
        match c {
            '百' => total += last.take().unwrap_or(1) * 100,
            '十' => total += last.take().unwrap_or(1) * 10,
            _ => last = Some(digit(c)?),
        }
    }
    u32::try_from(total + last.unwrap_or(0)).ok().filter(|number| *number > 0 && *number < 1000)
}

/// A number below a hundred in Chinese figures, as titles of sessions have it.
#[cfg(feature = "import")]
pub fn figures(number: u32) -> String {
    let digit = |n: u32| "零一二三四五六七八九".chars().nth(usize::try_from(n).unwrap_or(0)).map(String::from).unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones),
        (10.., _) => number.to_string(),
        (tens, ones) => {
            let tens = if tens == 1 { String::new() } else { digit(tens) };
            format!("{tens}十{}", if ones == 0 { String::new() } else { digit(ones) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_figures_count() {
        for (text, value) in [("十", 10), ("二十一", 21), ("十七", 17), ("六", 6), ("12", 12), ("一百零三", 103)] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        assert_eq!(number("镇"), None);
        #[cfg(feature = "import")]
        assert_eq!([3, 10, 12, 20, 21].map(figures), ["三", "十", "十二", "二十", "二十一"]);
    }
}
