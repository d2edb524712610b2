//! The merchant's color, corrected until it can be read: a shop may choose pale yellow.

/// A color, 0 to 255 a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

/// What is made of a merchant's color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// The color itself, as a background.
    pub fill: Color,
    /// What is written on it.
    pub on_fill: Color,
    /// The color as text on a light ground.
    pub on_light: Color,
    /// The color as text on a dark ground.
    pub on_dark: Color,
}

/// WCAG asks for 4.5; the rest makes up for the approximation in [`channel`].
const ENOUGH: f32 = 4.8;
const WHITE: Color = Color(255, 255, 255);
const INK: Color = Color(0x1b, 0x1c, 0x1f);
/// The lightest and the darkest ground that the panel writes accent-colored text on.
const LIGHT_GROUND: Color = Color(0xf4, 0xf4, 0xf6);
const DARK_GROUND: Color = Color(0x2a, 0x2b, 0x31);
const DEFAULT: Color = Color(0x22, 0x25, 0x2b);

impl Accent {
    /// Works out the set for `#rrggbb`; for anything else, for a near-black.
    pub fn of(text: &str) -> Self {
        let wish = Color::parse(text).unwrap_or(DEFAULT);
        let on_fill = if contrast(wish, WHITE) >= contrast(wish, INK) {
            WHITE
        } else {
            INK
        };
        Self {
            fill: until_readable(wish, on_fill),
            on_fill,
            on_light: until_readable(wish, LIGHT_GROUND),
            on_dark: until_readable(wish, DARK_GROUND),
        }
    }
}

impl Color {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self(channel(0)?, channel(2)?, channel(4)?))
    }

    /// The color as CSS, `#rrggbb`.
    pub fn css(self) -> String {
        ["#", &hex::encode([self.0, self.1, self.2])].concat()
    }

    fn luminance(self) -> f32 {
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }

    /// A twentieth of the way to black or white.
    fn toward(self, end: u8) -> Self {
        let step = |from: u8| {
            let (from, end) = (i16::from(from), i16::from(end));
            let way = end - from;
            let to = from + way / 20 + way.signum();
            u8::try_from(to.clamp(0, 255)).unwrap_or_default()
        };
        Self(step(self.0), step(self.1), step(self.2))
    }
}

/// Moves a color away from its counterpart until the two are far enough apart.
fn until_readable(wish: Color, counterpart: Color) -> Color {
    let end = if counterpart.luminance() > 0.18 {
        0
    } else {
        255
    };
    let mut color = wish;
    while contrast(color, counterpart) < ENOUGH && color != Color(end, end, end) {
        color = color.toward(end);
    }
    color
}

fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (a.luminance() + 0.05, b.luminance() + 0.05);
    if a > b { a / b } else { b / a }
}

/// sRGB to linear light by a cubic that stays within 0.003 of the standard's curve: `powf` would
/// cost kilobytes of WebAssembly.
fn channel(value: u8) -> f32 {
    let x = f32::from(value) / 255.0;
    x * (x * (x * 0.305_306 + 0.682_171) + 0.012_523)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The contrast as WCAG defines it, with the exact curve.
    fn exact_contrast(a: Color, b: Color) -> f64 {
        let linear = |value: u8| {
            let x = f64::from(value) / 255.0;
            if x <= 0.040_45 {
                x / 12.92
            } else {
                ((x + 0.055) / 1.055).powf(2.4)
            }
        };
        let light =
            |c: Color| 0.2126 * linear(c.0) + 0.7152 * linear(c.1) + 0.0722 * linear(c.2) + 0.05;
        let (a, b) = (light(a), light(b));
        if a > b { a / b } else { b / a }
    }

    #[test]
    fn a_good_color_stays_as_it_is() {
        let accent = Accent::of("#7a1f3d");
        assert_eq!(
            (accent.fill.css().as_str(), accent.on_fill),
            ("#7a1f3d", WHITE)
        );
        assert_eq!(accent.on_light, accent.fill);
    }

    #[test]
    fn what_is_no_color_gives_the_default() {
        for text in ["", "red", "#12345", "#12345g", "#1234567", "#é1234"] {
            assert_eq!(Accent::of(text).fill, DEFAULT, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_color_becomes_readable(r: u8, g: u8, b: u8) {
            let accent = Accent::of(&Color(r, g, b).css());
            for (color, ground) in [
                (accent.fill, accent.on_fill),
                (accent.on_light, LIGHT_GROUND),
                (accent.on_dark, DARK_GROUND),
            ] {
                prop_assert!(exact_contrast(color, ground) >= 4.5, "{color:?} on {ground:?}");
            }
        }
    }
}
