//! An error in one line that a person can act on.

use std::error::Error as StdError;
use std::fmt;

use super::error_body::Report;
use super::{Error, ErrorDetail, ErrorKind, TransportError};
use crate::operation::Permissions;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.parts();
        if let Some(operation) = parts.operation {
            write!(f, "{}: ", operation.name)?;
        }
        what(f, self)?;
        hint(f, self)?;
        if let (Some(there), Some(operation)) = (parts.not_in, parts.operation) {
            let names: Vec<&str> = operation.clouds.iter().map(|it| it.name()).collect();
            write!(f, "; by the docs it is not there in the cloud {}, but in {}", there.name(), names.join(", "))?;
        }
        if parts.tries > 1 {
            write!(f, "; gave up after {} tries", parts.tries)?;
        }
        if let Some(wait) = parts.retry_after {
            write!(f, "; the service asks to wait {} s", wait.as_secs_f64())?;
        }
        for (name, id) in [("request-id", &parts.request_id), ("client-request-id", &parts.client_request_id)] {
            if let Some(id) = id {
                write!(f, "; {name} {}", OneLine(id))?;
            }
        }
        Ok(())
    }
}

/// What went wrong.
fn what(f: &mut fmt::Formatter<'_>, error: &Error) -> fmt::Result {
    let parts = error.parts();
    f.write_str(match error.kind() {
        ErrorKind::Invalid => "not sent",
        ErrorKind::Credential => "not sent, since the credential gave no token",
        ErrorKind::Connect => "not sent, since there is no connection",
        ErrorKind::Network => "the connection failed",
        ErrorKind::Timeout => "no answer in time",
        ErrorKind::TooLarge => "the answer is larger than allowed",
        ErrorKind::Redirect => "led to another place, which is not followed",
        ErrorKind::Service => "refused",
        ErrorKind::Answer => "reported as done, but the answer cannot be read",
    })?;
    if let Some(status) = parts.status {
        write!(f, ": {status}")?;
    }
    if let Some(code) = error.code() {
        write!(f, " ({})", OneLine(code))?;
    }
    if let Some(message) = error.message() {
        write!(f, ": {}", OneLine(message))?;
    }
    if let Some(target) = error.target() {
        write!(f, " [{}]", OneLine(target))?;
    }
    details(f, error.details())?;
    if error.kind() == ErrorKind::Service && parts.report == Report::default() {
        match (error.body().unwrap_or_default().len(), error.content_type().unwrap_or("of no type")) {
            (0, _) => f.write_str(": with an empty body")?,
            (size, ty) => write!(f, ": no error that can be read in {size} bytes ({})", OneLine(ty))?,
        }
    }
    match parts.source.as_deref().and_then(cause) {
        Some(cause) => write!(f, ": {}", OneLine(&cause)),
        None => Ok(()),
    }
}

/// The errors that are reported together, as many as one can read; those that only repeat are left out by the service.
fn details(f: &mut fmt::Formatter<'_>, details: &[ErrorDetail]) -> fmt::Result {
    const SHOWN: usize = 3;
    for (index, detail) in details.iter().take(SHOWN).enumerate() {
        f.write_str(if index == 0 { " {" } else { "; " })?;
        let ErrorDetail { code, message, target } = detail;
        let parts = [(target, ""), (code, ": "), (message, ": ")];
        let named = parts.iter().filter_map(|(part, before)| Some((part.as_deref()?, *before)));
        for (position, (part, before)) in named.enumerate() {
            write!(f, "{}{}", if position == 0 { "" } else { before }, OneLine(part))?;
        }
    }
    match details.len() {
        0 => Ok(()),
        1..=SHOWN => f.write_str("}"),
        more => write!(f, "; {} more}}", more - SHOWN),
    }
}

/// What can be done about it.
fn hint(f: &mut fmt::Formatter<'_>, error: &Error) -> fmt::Result {
    match (error.kind(), error.status(), error.operation()) {
        (ErrorKind::Network | ErrorKind::Timeout | ErrorKind::TooLarge, ..) => {
            f.write_str("; the update may have been made")
        }
        (ErrorKind::Service, Some(401), _) => f.write_str("; the token is not valid for this cloud, or has expired"),
        (ErrorKind::Service, Some(403), Some(operation)) => needs(f, &operation.permissions),
        (ErrorKind::Service, Some(412), _) => f.write_str("; the object has changed: read it again for its new ETag"),
        _ => Ok(()),
    }
}

fn needs(f: &mut fmt::Formatter<'_>, permissions: &Permissions) -> fmt::Result {
    let kinds = [
        ("delegated", permissions.delegated_work),
        ("personal account", permissions.delegated_personal),
        ("application", permissions.application),
        ("any kind", permissions.unspecified),
    ];
    let mut separator = "; the docs ask for one of";
    for (kind, scopes) in kinds.iter().filter(|(_, scopes)| !scopes.is_empty()) {
        let grants: Vec<String> = scopes.all.iter().map(|grant| grant.join(" and ")).collect();
        write!(f, "{separator} {} ({kind})", grants.join(", "))?;
        separator = ";";
    }
    Ok(())
}

/// An error's text with that of its innermost cause: what lies between mostly repeats one of them. What a transport says by
/// itself is said already.
fn cause(error: &(dyn StdError + Send + Sync + 'static)) -> Option<String> {
    let innermost = std::iter::successors(error.source(), |&cause| cause.source()).last();
    match (error.is::<TransportError>(), innermost) {
        (false, Some(innermost)) => Some(format!("{error}: {innermost}")),
        (false, None) => Some(error.to_string()),
        (true, innermost) => innermost.map(ToString::to_string),
    }
}

/// Text from elsewhere, on one line and not endless.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LIMIT: usize = 600;
        let mut left = LIMIT;
        for (index, word) in self.0.split(is_break).filter(|word| !word.is_empty()).enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            let Some(rest) = left.checked_sub(word.chars().count() + 1) else {
                return write!(f, "{}…", word.chars().take(left).collect::<String>());
            };
            f.write_str(word)?;
            left = rest;
        }
        Ok(())
    }
}

/// Spaces, controls, and the marks that turn the direction of a line: with them a line could show what it does not say.
fn is_break(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::OneLine;

    #[test]
    fn what_turns_the_direction_of_a_line_is_a_space_in_it() {
        assert_eq!(OneLine("no \u{202e}desufer\u{202c}\r\n \u{2066}x\u{200f}").to_string(), "no desufer x");
    }
}
