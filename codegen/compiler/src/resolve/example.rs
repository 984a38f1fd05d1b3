//! Reads the example messages of an update: headers as a map, the body as strict JSON.

use super::cx::Cx;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts;
use crate::ir;
use crate::json::Value;

/// A message's body, read.
pub(super) fn body(message: &facts::Message) -> Option<&Value> {
    message.body.as_ref()?.value()
}

/// The names that a body has, without annotations.
pub(super) fn names(body: &Value) -> impl Iterator<Item = &str> {
    body.members().iter().map(|it| it.name.as_str()).filter(|it| !it.contains('@'))
}

/// Examples of a page.
pub(super) fn examples(
    cx: Cx<'_>,
    page: &facts::Page,
    shown: &[&facts::Example],
    diagnostics: &mut Diagnostics,
) -> Vec<ir::Example> {
    let mut read = |message: &facts::Message| {
        let value = body(message);
        if let (None, Some(span)) = (value, message.body.as_ref().map(|it| it.span)) {
            let text = span.text(&cx.docs.page(page.id).text);
            let message = "this is no JSON".to_owned();
            if !text.starts_with('<') {
                diagnostics.push(Code::UnreadableJson, page.place(span), message);
            }
        }
        ir::Message {
            start: message.start.text.clone(),
            headers: message.headers.iter().cloned().collect(),
            json: value.map(Value::to_json),
            origin: cx.origin(page, message.start.span),
        }
    };
    let mut examples = Vec::new();
    for example in shown {
        let request = example.request.as_ref().map(&mut read);
        let response = example.response.as_ref().map(&mut read);
        examples.push(ir::Example { request, response });
    }
    examples
}
