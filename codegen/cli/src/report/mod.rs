//! What was read as one HTML file that needs nothing else: numbers as markup, lists as data that a script shows on demand.
//!
//! Words of pages reach the file as escaped text or inside JSON, and the script makes text nodes of them, never markup.

mod coverage;
mod data;
mod excerpt;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use tablewright::{Config, Loaded};

use crate::Failure;

const TEMPLATES: [(&str, &str); 5] = [
    ("report.html", include_str!("report.html")),
    ("version.html", include_str!("version.html")),
    ("filters.html", include_str!("filters.html")),
    ("report.css", include_str!("report.css")),
    ("report.js", include_str!("report.js")),
];

/// The file.
pub(crate) fn html(title: &str, loaded: &[Loaded], config: &Config) -> Result<String, Failure> {
    let data = data::data(loaded, &config.emit);
    let versions: Vec<_> = loaded.iter().map(coverage::version).collect();
    let json = serde_json::to_string(&data).map_err(|error| error.to_string())?;
    let context = context! {
        title,
        versions => Serde(&versions),
        areas => Serde(&data.areas),
        codes => Serde(&data.codes),
        counts => context! {
            findings => data.findings.len(),
            types => data.types.len(),
            updates => data.updates.len(),
        },
        generator => concat!("tablewright ", env!("CARGO_PKG_VERSION")),
        data => Value::from_safe_string(inside_script(&json)),
    };
    environment().and_then(|it| it.get_template("report.html")?.render(context)).map_err(|error| error.to_string())
}

/// The templates; what ends in `.html` escapes all that it shows.
fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    environment
        .set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    environment.add_filter("grouped", grouped);
    environment.add_filter("percent", percent);
    environment.add_function("cell", cell);
    for (name, text) in TEMPLATES {
        environment.add_template(name, text)?;
    }
    Ok(environment)
}

/// JSON as it may stand in a script element: nothing in it ends the element or begins a comment.
fn inside_script(json: &str) -> String {
    json.replace('<', r"\u003c").replace('>', r"\u003e").replace('&', r"\u0026")
}

/// `13579` as `13,579`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of a table; a zero is there, and does not draw the eye.
fn cell(number: usize) -> Value {
    match number {
        0 => Value::from_safe_string(r#"<span class="zero">0</span>"#.to_owned()),
        _ => Value::from(grouped(number)),
    }
}

/// The share of a whole in percent.
fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000).checked_div(whole).unwrap_or_default();
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!((percent(1, 3), percent(0, 0)), ("33.3".to_owned(), "0.0".to_owned()));
    }

    #[test]
    fn data_cannot_leave_its_element() {
        let json = serde_json::to_string("</script><!-- &amp;").expect("a string");
        let inside = inside_script(&json);
        assert!(!inside.contains(['<', '>', '&']), "{inside}");
        assert_eq!(serde_json::from_str::<String>(&inside).expect("JSON"), "</script><!-- &amp;");
    }
}
