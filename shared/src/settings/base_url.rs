//! Where a service is asked: the only addresses that the edge ever fetches.

use serde::{Deserialize, Serialize};

/// The longest address that is taken, in bytes.
const MAX_BYTES: usize = 200;

/// The hosts that are this machine itself.
const LOOPBACK: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The address below which a service answers, without a slash at its end:
/// `https://shop.example/boutique`. It is https, or http to this very machine; it holds neither a
/// user nor a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BaseUrl {
    text: String,
    loopback: bool,
}

impl BaseUrl {
    /// Takes an address that may be asked, else `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('/');
        let (scheme, rest) = text.split_once("://")?;
        let authority = rest.split('/').next()?;
        let host = host_of(authority)?;
        let loopback = LOOPBACK.contains(&host);
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_graphic() && !b"?#@\\\"<>^`{|}".contains(&b));
        let sound = text.len() <= MAX_BYTES && plain && !has_dot_segment(rest);
        let secure = scheme == "https" || (scheme == "http" && loopback);
        (sound && secure).then(|| Self {
            text: text.to_owned(),
            loopback,
        })
    }

    /// The address of what lies below: `path` begins with a slash and may have a query.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.text)
    }

    /// Whether it is this machine itself, which only tests and development ask.
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
            .ok_or("a base_url is like https://shop.example, without user, query or fragment")
    }
}

impl From<BaseUrl> for String {
    fn from(url: BaseUrl) -> Self {
        url.text
    }
}

/// The host of `host` or `host:port`, in lower case only, so that it is compared as it stands.
fn host_of(authority: &str) -> Option<&str> {
    let host_ends = match authority.find(']') {
        Some(bracket) => bracket + 1,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, port) = authority.split_at(host_ends);
    let port_is_sound = match port.strip_prefix(':') {
        Some(digits) => digits.parse::<u16>().is_ok_and(|port| port > 0),
        None => port.is_empty(),
    };
    (port_is_sound && (is_name(host) || host == "[::1]")).then_some(host)
}

fn is_name(host: &str) -> bool {
    let shaped = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    host.split('.').all(shaped)
}

fn has_dot_segment(path: &str) -> bool {
    path.split('/').skip(1).any(|segment| {
        let segment = segment.to_ascii_lowercase().replace("%2e", ".");
        segment == "." || segment == ".." || segment.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_may_be_asked() {
        for (text, joined, loopback) in [
            ("https://shop.example", "https://shop.example/x?a=1", false),
            (
                "https://shop.example/fr/",
                "https://shop.example/fr/x?a=1",
                false,
            ),
            (
                "https://a-b.shop.example:8443",
                "https://a-b.shop.example:8443/x?a=1",
                false,
            ),
            ("http://127.0.0.1:9", "http://127.0.0.1:9/x?a=1", true),
            ("https://localhost", "https://localhost/x?a=1", true),
            ("http://[::1]:80", "http://[::1]:80/x?a=1", true),
        ] {
            let url = BaseUrl::parse(text).unwrap();
            assert_eq!(url.join("/x?a=1"), joined);
            assert_eq!(url.is_loopback(), loopback, "{text}");
        }
    }

    #[test]
    fn addresses_that_are_never_asked() {
        for text in [
            "",
            "shop.example",
            "http://shop.example",
            "ftp://shop.example",
            "javascript://shop.example",
            "https://",
            "https://:443",
            "https://user@shop.example",
            "https://user:key@shop.example",
            "https://shop.example?x",
            "https://shop.example#x",
            "https://shop.example\\@evil.example",
            "https://shop.example/a b",
            "https://shop.example/../x",
            "https://shop.example/%2E%2e/x",
            "https://shop.example//x",
            "https://shop.example:0",
            "https://shop.example:99999",
            "https://SHOP.example",
            "https://shöp.example",
            "https://shop..example",
            "http://127.0.0.1.evil.example",
            "http://[::1",
            "http://[fe80::1]",
            "http://10.0.0.1",
        ] {
            assert_eq!(BaseUrl::parse(text), None, "{text}");
        }
        assert_eq!(
            BaseUrl::parse(&format!("https://shop.example/{}", "x".repeat(200))),
            None
        );
    }

    #[test]
    fn it_travels_as_its_text() {
        let url: BaseUrl = serde_json::from_str(r#""https://shop.example/""#).unwrap();
        assert_eq!(
            serde_json::to_string(&url).unwrap(),
            r#""https://shop.example""#
        );
        assert!(serde_json::from_str::<BaseUrl>(r#""http://shop.example""#).is_err());
    }
}
