//! The shop's pages: templates from `public/demo-shop`, filled in on every request, so that an
//! edit shows on the next reload.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::App;
use crate::catalog::{Catalog, Toy};
use crate::http::{Call, Reply};

/// Address, template, title, and the word for `body[data-page]`.
const PAGES: [(&str, &str, &str); 6] = [
    ("/", "accueil", "Jouets en bois et peluches du Jura"),
    ("/compte", "compte", "Mon compte"),
    ("/livraison", "livraison", "Livraison"),
    ("/panier", "panier", "Mon panier"),
    ("/merci", "merci", "Merci"),
    ("/simulator", "simulator", "Simulateur de colis"),
];

/// The pages that tell until when to order, by an element of Grelot's that has a script of its own.
const WITH_CUTOFF: [&str; 2] = ["jouet", "livraison"];

/// Where the templates and assets lie.
pub struct Pages {
    root: PathBuf,
}

/// Answers the address of a page.
pub fn page(app: &App, call: &Call) -> Reply {
    let rendered = match call.path.as_str() {
        "/jouet" => toy_page(app, call.parameter("p").unwrap_or_default()),
        path => match PAGES.iter().find(|(address, ..)| *address == path) {
            Some((_, name, title)) => plain_page(app, name, title),
            None => return not_found(app),
        },
    };
    match rendered {
        Ok(Some(html)) => html_reply(app, 200, html),
        Ok(None) => not_found(app),
        Err(error) => {
            eprintln!("page {}: {error}", call.path);
            Reply::error(500, "La page n’a pas pu être préparée.")
        }
    }
}

impl Pages {
    /// Those of the workspace that this crate was built in.
    pub fn in_workspace() -> Self {
        Self {
            root: Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/demo-shop"),
        }
    }

    /// The path of an asset.
    pub fn asset(&self, name: &str) -> PathBuf {
        self.root.join("assets").join(name)
    }

    /// Serves an asset by the part of its address after `/assets/`.
    pub fn serve_asset(&self, name: &str) -> Reply {
        let content_type = is_plain_path(name).then(|| content_type(name)).flatten();
        let body = content_type.map(|_| fs::read(self.asset(name)));
        match (content_type, body) {
            (Some(content_type), Some(Ok(body))) => Reply::of(200, content_type, body)
                .with("Cache-Control", "no-cache".to_owned())
                .with("X-Content-Type-Options", "nosniff".to_owned()),
            _ => Reply::error(404, "Fichier inconnu."),
        }
    }

    fn template(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(self.root.join("pages").join(name).with_extension("html"))
    }

    fn drawing(&self, slug: &str) -> io::Result<String> {
        fs::read_to_string(self.asset("toys").join(slug).with_extension("svg"))
    }
}

fn plain_page(app: &App, name: &str, title: &str) -> io::Result<Option<String>> {
    let main = app.pages.template(name)?;
    let values = if name == "accueil" {
        vec![
            ("hero", fs::read_to_string(app.pages.asset("hero.svg"))?),
            ("toys", grid(&app.pages, &app.catalog)?),
        ]
    } else {
        Vec::new()
    };
    in_layout(app, name, title, &fill(&main, &values)).map(Some)
}

fn toy_page(app: &App, slug: &str) -> io::Result<Option<String>> {
    let Some(toy) = app.catalog.find(slug) else {
        return Ok(None);
    };
    let values = [
        ("drawing", app.pages.drawing(&toy.slug)?),
        ("slug", escape(&toy.slug)),
        ("title", escape(&toy.title)),
        ("tagline", escape(&toy.tagline)),
        ("description", escape(&toy.description)),
        ("age", escape(&toy.age)),
        ("material", escape(&toy.material)),
        ("price", price(toy.price)),
    ];
    let main = fill(&app.pages.template("jouet")?, &values);
    in_layout(app, "jouet", &toy.title, &main).map(Some)
}

fn in_layout(app: &App, name: &str, title: &str, main: &str) -> io::Result<String> {
    let (edge, site) = (escape(&app.demo.url), escape(&app.demo.site));
    let cutoff = if WITH_CUTOFF.contains(&name) {
        let values = [("edge", edge.clone()), ("site", site.clone())];
        fill(&app.pages.template("cutoff")?, &values)
    } else {
        String::new()
    };
    let values = [
        ("title", escape(title)),
        ("page", name.to_owned()),
        ("ribbon", ribbon(app)),
        ("main", main.to_owned()),
        ("cutoff", cutoff),
        ("edge", edge),
        ("site", site),
    ];
    Ok(fill(&app.pages.template("layout")?, &values))
}

/// One sentence on what to try, with an order of this very run.
fn ribbon(app: &App) -> String {
    let Some(order) = app.simulator.sample() else {
        return "créez une commande dans le simulateur, puis demandez au chat \
                «\u{202f}où est ma commande\u{202f}?\u{202f}»."
            .to_owned();
    };
    format!(
        "connectez-vous comme Camille pour suivre un colis qui bouge, ou demandez au chat \
         «\u{202f}où est ma commande\u{202f}?\u{202f}» avec le numéro <strong>{}</strong> \
         et le code postal <strong>{}</strong>.",
        order.number,
        escape(&order.customer.postcode),
    )
}

fn grid(pages: &Pages, catalog: &Catalog) -> io::Result<String> {
    let card = pages.template("carte")?;
    catalog
        .toys()
        .iter()
        .map(|toy| card_of(pages, &card, toy))
        .collect()
}

fn card_of(pages: &Pages, card: &str, toy: &Toy) -> io::Result<String> {
    let values = [
        ("drawing", pages.drawing(&toy.slug)?),
        ("slug", escape(&toy.slug)),
        ("title", escape(&toy.title)),
        ("tagline", escape(&toy.tagline)),
        ("price", price(toy.price)),
    ];
    Ok(fill(card, &values))
}

fn not_found(app: &App) -> Reply {
    match plain_page(app, "introuvable", "Page introuvable") {
        Ok(Some(html)) => html_reply(app, 404, html),
        _ => Reply::error(404, "Page introuvable."),
    }
}

/// The shop's policy is a strict one, as a careful merchant's would be. Of Grelot it allows the
/// scripts, the frame and the question of a product page until when to order, and nothing else: no
/// inline style, no WebAssembly.
fn html_reply(app: &App, status: u16, html: String) -> Reply {
    let edge = &app.demo.url;
    let policy = format!(
        "default-src 'self'; script-src 'self' {edge}; frame-src {edge}; \
         connect-src 'self' {edge}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    Reply::of(status, "text/html; charset=utf-8", html)
        .with("Content-Security-Policy", policy)
        .with("Cache-Control", "no-store".to_owned())
        .with("X-Content-Type-Options", "nosniff".to_owned())
}

/// Replaces every `{{name}}`. A value is not filled in again, so that no text of an order can
/// name another value.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let value = values
            .iter()
            .find(|(key, _)| *key == name)
            .map_or("", |(_, value)| value);
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A price in the French manner: cents only when there are some.
fn price(cents: u32) -> String {
    let mut text = (cents / 100).to_string();
    if !cents.is_multiple_of(100) {
        write!(text, ",{:02}", cents % 100).expect("writing to a string can't fail");
    }
    text + "\u{a0}€"
}

/// Whether a relative path stays below its folder and names nothing hidden. It is not decoded, so
/// that an escaped dot or slash is no path at all.
fn is_plain_path(path: &str) -> bool {
    path.split('/').all(|part| {
        !part.is_empty()
            && !part.starts_with('.')
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    })
}

fn content_type(name: &str) -> Option<&'static str> {
    Some(match Path::new(name).extension()?.to_str()? {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::{app, get};

    #[test]
    fn every_page_is_whole_and_carries_the_script_tag() {
        let app = app();
        let toys = app
            .catalog
            .toys()
            .iter()
            .map(|toy| format!("/jouet?p={}", toy.slug));
        let pages = PAGES.iter().map(|(address, ..)| (*address).to_owned());
        for url in pages.chain(toys) {
            let reply = get(&app, &url);
            let html = String::from_utf8(reply.body).unwrap();
            assert_eq!(reply.status, 200, "{url}");
            assert!(html.contains("<script async src=\"http://127.0.0.1:8787/grelot.js\" data-site=\"atelier-des-rennes\">"), "{url}");
            assert!(
                html.contains("<strong>1042</strong>") && html.contains("<strong>69001</strong>"),
                "{url}"
            );
            assert!(!html.contains("{{"), "{url}");
            let has_script = html.contains("src=\"http://127.0.0.1:8787/cutoff.js\"");
            assert_eq!(has_script, html.contains("<grelot-cutoff"), "{url}");
        }
    }

    #[test]
    fn unknown_addresses_are_not_found() {
        for url in [
            "/jouet",
            "/jouet?p=yacht",
            "/compte/",
            "/index.html",
            "/simulator/api/x",
        ] {
            assert_eq!(get(&app(), url).status, 404, "{url}");
        }
    }

    #[test]
    fn no_path_leaves_the_assets() {
        let app = app();
        assert_eq!(get(&app, "/assets/shop.css").status, 200);
        assert_eq!(get(&app, "/assets/toys/petit-train.svg").status, 200);
        for name in [
            "../pages/layout.html",
            "..%2fpages%2flayout.html",
            "toys/../shop.css",
            "/etc/passwd",
            "toys//petit-train.svg",
            "toys",
            ".hidden.css",
            "shop.css\\..",
            "",
        ] {
            assert_eq!(get(&app, &format!("/assets/{name}")).status, 404, "{name}");
        }
    }

    #[test]
    fn values_are_escaped_and_filled_in_once() {
        let values = [("a", "{{b}}".to_owned()), ("b", escape("<'&\">"))];
        assert_eq!(
            fill("{{a}}-{{b}}-{{c}}.", &values),
            "{{b}}-&lt;&#39;&amp;&quot;&gt;-."
        );
        assert_eq!(
            (price(4_600), price(590)),
            ("46\u{a0}€".to_owned(), "5,90\u{a0}€".to_owned())
        );
    }
}
