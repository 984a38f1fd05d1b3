//! Says where the numbers of an enumeration's members skip one, or change places.

use crate::diagnostic::{Code, Diagnostics};
use crate::facts;

/// How many members have to be numbered alike for an odd one to be odd.
const MANY: usize = 4;

/// Looks at the numbers of one list.
pub(super) fn report(page: &facts::Page, list: &facts::Enum, diagnostics: &mut Diagnostics) {
    let numbers: Option<Vec<i64>> = list.members.iter().map(|it| it.value).collect();
    let Some(numbers) = numbers.filter(|it| it.len() >= MANY) else { return };
    let falls: Vec<usize> = (1..numbers.len()).filter(|at| numbers[*at] < numbers[at - 1]).collect();
    let steps = numbers.windows(2).enumerate().filter(|(_, it)| it[1] - it[0] != 1);
    let steps: Vec<(usize, i64)> = steps.map(|(at, it)| (at, it[1] - it[0])).collect();
    let is_flags = numbers.iter().all(|it| it.count_ones() < 2);
    let (at, message) = match (falls.as_slice(), steps.as_slice()) {
        ([at], _) if rises_exchanged(&numbers, *at) => {
            (*at, format!("{} stands below {}, and all other numbers rise", numbers[*at], numbers[at - 1]))
        }
        ([], [(before, 2)]) if !is_flags => (before + 1, format!("no member has the number {}", numbers[*before] + 1)),
        _ => return,
    };
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
