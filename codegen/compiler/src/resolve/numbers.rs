//! Says where the numbers of an enumeration's members rise but for two that change places. That they skip one says
//! nothing: services do.

use crate::diagnostic::{Code, Diagnostics};
use crate::facts;

/// How many members have to be numbered alike for two to be odd.
const MANY: usize = 4;

/// Looks at the numbers of one list.
pub(super) fn report(page: &facts::Page, list: &facts::Enum, diagnostics: &mut Diagnostics) {
    let numbers: Option<Vec<i64>> = list.members.iter().map(|it| it.value).collect();
    let Some(numbers) = numbers.filter(|it| it.len() >= MANY) else { return };
    let mut falls = (1..numbers.len()).filter(|at| numbers[*at] < numbers[at - 1]);
    let (Some(at), None) = (falls.next(), falls.next()) else { return };
    if !rises_exchanged(&numbers, at) {
        return;
    }
    let message = format!("{} stands below {}, and all other numbers rise", numbers[at], numbers[at - 1]);
    let (odd, above) = (&list.members[at].name, &list.members[at - 1].name);
    diagnostics
        .push(Code::MemberNumbers, page.place(odd.span), message)
        .beside(page.place(above.span), format!("{} here", numbers[at - 1]));
}

/// Whether all rise once this one and the one above change places.
fn rises_exchanged(numbers: &[i64], at: usize) -> bool {
    let mut numbers = numbers.to_vec();
    numbers.swap(at, at - 1);
    numbers.windows(2).all(|it| it[0] < it[1])
}
