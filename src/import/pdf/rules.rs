//! The ruling lines of a page, and the frames that they make.

use hayro_interpret::kurbo::{Affine, BezPath, PathSeg, Rect, Shape as _};

/// How far apart two rules may be to count as touching, or as one.
pub const NEAR: f64 = 3.0;
/// Rules of a page that are kept.
const LIMIT: usize = 20_000;
/// Rules of a page after those on one line were joined; a full form has about 200.
const LIMIT_JOINED: usize = 2000;
/// The thickest rule.
const THICK: f64 = 2.5;

/// A rule: where it stands across its direction, and from where to where it goes along it.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its place: x of an upright rule, y of a level one.
    pub at: f64,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl Rule {
    /// Whether it passes a place along its direction.
    pub fn passes(&self, along: f64) -> bool {
        self.from - NEAR <= along && along <= self.to + NEAR
    }
}

/// The rules of a page or of a frame.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Upright ones.
    pub upright: Vec<Rule>,
    /// Level ones.
    pub level: Vec<Rule>,
}

/// What rules enclose or part: a table, as a rule.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What it takes.
    pub bounds: Rect,
    /// Its rules.
    pub rules: Rules,
}

impl Rules {
    /// Takes the straight lines of a path that is drawn as a line, and thin boxes that are filled.
    pub fn add(&mut self, path: &BezPath, transform: Affine, is_line: bool) {
        let bounds = transform.transform_rect_bbox(path.bounding_box());
        if !bounds.is_finite() {
            return;
        }
        if bounds.width() <= THICK || bounds.height() <= THICK {
            self.add_box(bounds);
        } else if is_line {
            for segment in path.segments().take(LIMIT) {
                if let PathSeg::Line(line) = segment {
                    self.add_box(Rect::from_points(transform * line.p0, transform * line.p1));
                }
            }
        } else {
            // Several rules may be filled as one path.
            for part in path.subpaths_bounds() {
                self.add_box(transform.transform_rect_bbox(part));
            }
        }
    }

    fn add_box(&mut self, bounds: Rect) {
        if self.upright.len() + self.level.len() >= LIMIT {
            return;
        }
        if bounds.width() <= THICK && bounds.height() > 5.0 {
            self.upright.push(Rule { at: bounds.center().x, from: bounds.y0, to: bounds.y1 });
        } else if bounds.height() <= THICK && bounds.width() > 5.0 {
            self.level.push(Rule { at: bounds.center().y, from: bounds.x0, to: bounds.x1 });
        }
    }

    /// The frames from top to bottom: rules that touch each other, at least one of them upright and two level.
    pub fn frames(&self) -> Vec<Frame> {
        let (upright, level) = (joined(&self.upright), joined(&self.level));
        let mut frames = Vec::new();
        let mut is_taken = vec![false; upright.len() + level.len()];
        for start in 0..upright.len() {
            let mut todo = vec![start];
            let mut part = Rules::default();
            while let Some(at) = todo.pop() {
                let Some(taken) = is_taken.get_mut(at).filter(|taken| !**taken) else { continue };
                *taken = true;
                if let Some(rule) = upright.get(at) {
                    part.upright.push(*rule);
                    todo.extend(
                        (0..level.len())
                            .filter(|other| level.get(*other).is_some_and(|other| touch(rule, other)))
                            .map(|at| at + upright.len()),
                    );
                } else if let Some(rule) = at.checked_sub(upright.len()).and_then(|at| level.get(at)) {
                    part.level.push(*rule);
                    todo.extend((0..upright.len()).filter(|other| upright.get(*other).is_some_and(|other| touch(other, rule))));
                }
            }
            if let Some(frame) = part.frame() {
                frames.push(frame);
            }
        }
        frames.sort_by(|a, b| a.bounds.y0.total_cmp(&b.bounds.y0).then(a.bounds.x0.total_cmp(&b.bounds.x0)));
        frames
    }

    fn frame(self) -> Option<Frame> {
        if self.upright.is_empty() || self.level.len() < 2 {
            return None;
        }
        let upright = self.upright.iter().map(|rule| Rect::new(rule.at, rule.from, rule.at, rule.to));
        let bounds =
            upright.chain(self.level.iter().map(|rule| Rect::new(rule.from, rule.at, rule.to, rule.at))).reduce(|a, b| a.union(b))?;
        (bounds.width() > 50.0 && bounds.height() > 20.0).then_some(Frame { bounds, rules: self })
    }
}

/// Places that are near each other as one, ascending.
pub fn places(mut all: Vec<f64>) -> Vec<f64> {
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, last| *next - *last < NEAR);
    all
}

/// Whether an upright and a level rule touch.
fn touch(upright: &Rule, level: &Rule) -> bool {
    upright.passes(level.at) && level.passes(upright.at)
}

/// Rules on one line that touch or overlap as one.
fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut joined: Vec<Rule> = Vec::new();
    while let Some(first) = sorted.first().copied() {
        let end = sorted.iter().position(|rule| rule.at - first.at > THICK).unwrap_or(sorted.len());
        let mut line: Vec<Rule> = sorted.drain(..end).collect();
        line.sort_by(|a, b| a.from.total_cmp(&b.from));
        let start = joined.len();
        for rule in line {
            match joined.get_mut(start..).and_then(<[Rule]>::last_mut) {
                Some(last) if rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                _ => joined.push(Rule { at: first.at, ..rule }),
            }
        }
    }
    joined.truncate(LIMIT_JOINED);
    joined
}

/// The boxes of the parts of a path that hang together.
trait SubpathsBounds {
    fn subpaths_bounds(&self) -> Vec<Rect>;
}

impl SubpathsBounds for BezPath {
    fn subpaths_bounds(&self) -> Vec<Rect> {
        use hayro_interpret::kurbo::PathEl;
        let mut found: Vec<Rect> = Vec::new();
        for element in self.elements().iter().take(LIMIT) {
            let point = match element {
                PathEl::MoveTo(point) => {
                    found.push(Rect::from_points(*point, *point));
                    continue;
                }
                PathEl::LineTo(point) | PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => *point,
                PathEl::ClosePath => continue,
            };
            if let Some(last) = found.last_mut() {
                *last = last.union_pt(point);
            }
        }
        found
    }
}
