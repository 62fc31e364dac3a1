//! Numbers of terms and meetings in Chinese figures.

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

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn chinese_figures_count() {
        for (text, value) in [("十", 10), ("二十一", 21), ("十七", 17), ("六", 6), ("12", 12), ("一百零三", 103)] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        assert_eq!(number("镇"), None);
    }
}
