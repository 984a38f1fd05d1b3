//! A wire name in words, and the words in Rust's cases; knows no scope.

use std::fmt::Write as _;

use heck::ToSnakeCase;

/// The words of a wire name, with underscores between them: at least one, of lower-case ASCII letters and digits, the first
/// beginning with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words(String);

impl Words {
    /// Splits at changes of case and at everything that is no ASCII letter or digit. A digit at the beginning gets the
    /// word `value` before it; a name without any letter or digit is spelt in code points.
    pub(crate) fn of(wire: &str) -> Self {
        if is_word(wire) {
            return Self(wire.to_owned());
        }
        let mut snake = if wire.bytes().all(|b| b.is_ascii_alphanumeric()) {
            wire.to_snake_case()
        } else {
            wire.replace(|c: char| !c.is_ascii_alphanumeric(), " ").to_snake_case()
        };
        if snake.is_empty() {
            let points: Vec<String> = wire.chars().take(8).map(|c| format!("u{:x}", u32::from(c))).collect();
            snake = points.join("_");
        }
        if !snake.starts_with(|c: char| c.is_ascii_lowercase()) {
            let gap = if snake.is_empty() { "" } else { "_" };
            snake.insert_str(0, &format!("value{gap}"));
        }
        Self(snake)
    }

    /// These words, then those.
    pub(crate) fn then(mut self, more: &Self) -> Self {
        self.0.push('_');
        self.0.push_str(&more.0);
        self
    }

    /// `user_principal_name`
    pub(crate) fn snake(&self) -> String {
        self.0.clone()
    }

    /// `user-principal-name`
    pub(crate) fn kebab(&self) -> String {
        self.0.replace('_', "-")
    }

    /// `UserPrincipalName`; two digits that meet are kept apart: `V4_0_3`.
    pub(crate) fn camel(&self) -> String {
        let mut camel = String::with_capacity(self.0.len());
        for word in self.0.split('_') {
            let digits_meet = camel.ends_with(is_digit) && word.starts_with(is_digit);
            camel.extend(digits_meet.then_some('_'));
            let (first, rest) = word.split_at(word.len().min(1));
            camel.extend(first.chars().map(|c| c.to_ascii_uppercase()));
            camel.push_str(rest);
        }
        camel
    }
}

/// Whether a name is a single word as it stands.
fn is_word(wire: &str) -> bool {
    wire.starts_with(|c: char| c.is_ascii_lowercase()) && wire.bytes().all(|it| matches!(it, b'a'..=b'z' | b'0'..=b'9'))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether a name is spelt as the wire's own convention asks: a lower-case letter or a digit first, then letters and
/// digits; an underscore only between digits; `@delta` behind it is a convention of its own.
pub(super) fn is_regular(wire: &str) -> bool {
    let bytes = wire.strip_suffix("@delta").unwrap_or(wire).as_bytes();
    let underscore_fits = |at: usize| {
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        bytes[at] == b'_' && at > 0 && digit(at - 1) && digit(at + 1)
    };
    !bytes.first().is_none_or(u8::is_ascii_uppercase)
        && (0..bytes.len()).all(|at| bytes[at].is_ascii_alphanumeric() || underscore_fits(at))
}

/// How many steps a spelling is away from the convention; of two names with the same words, the nearer has the claim.
pub(super) fn oddity(wire: &str) -> usize {
    let capital_runs = wire.as_bytes().windows(2).filter(|pair| pair.iter().all(u8::is_ascii_uppercase)).count();
    capital_runs + if is_regular(wire) { 0 } else { 1000 }
}

/// What tells a spelling from all others with the same words: the case of each letter run and the signs between, in
/// lower-case letters and digits. `remote_Control` gives `l5ft`.
pub(super) fn spelling(wire: &str) -> String {
    let mut code = String::new();
    let mut last = ' ';
    for c in wire.chars() {
        let sign = match c {
            'A'..='Z' if last.is_ascii_uppercase() => Some('u'),
            'A'..='Z' => Some('t'),
            'a'..='z' | '0'..='9' if last.is_ascii_alphanumeric() => None,
            'a'..='z' | '0'..='9' => Some('l'),
            _ => {
                write!(code, "{:x}", u32::from(c)).expect("writing to a string cannot fail");
                None
            }
        };
        code.extend(sign);
        last = c;
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_the_case_of_the_wire() {
        let both = |wire| (Words::of(wire).snake(), Words::of(wire).camel());
        let cases = [
            ("userPrincipalName", "user_principal_name", "UserPrincipalName"),
            ("iosCompliancePolicy", "ios_compliance_policy", "IosCompliancePolicy"),
            ("oAuth2PermissionGrant", "o_auth2_permission_grant", "OAuth2PermissionGrant"),
            ("azureADDeviceId", "azure_ad_device_id", "AzureAdDeviceId"),
            ("windows10XVpnConfiguration", "windows10_x_vpn_configuration", "Windows10XVpnConfiguration"),
            ("v4_0_3", "v4_0_3", "V4_0_3"),
            ("JIS B4", "jis_b4", "JisB4"),
            ("4kVideo", "value_4k_video", "Value4kVideo"),
            ("@odata.count", "odata_count", "OdataCount"),
            ("*", "u2a", "U2a"),
            ("日本", "u65e5_u672c", "U65e5U672c"),
            ("", "value", "Value"),
        ];
        for (wire, snake, camel) in cases {
            assert_eq!(both(wire), (snake.to_owned(), camel.to_owned()), "{wire}");
        }
    }

    #[test]
    fn spellings_of_the_same_words_differ() {
        let wires = ["queryString", "query_string", "Query_String", "QUERY_STRING", "query-string", "_queryString"];
        let mut codes: Vec<_> = wires.iter().map(|wire| spelling(wire)).collect();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), wires.len(), "{codes:?}");
    }
}
