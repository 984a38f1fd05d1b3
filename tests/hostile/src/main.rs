//! Writes hostile docs into a folder, several versions of them: `tablewright-hostile-tests FOLDER COUNT`.

use std::error::Error;
use std::fs;
use std::path::Path;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use tablewright_hostile_tests::{docs, obstacle_course};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (folder, count) = (args.next().ok_or("a folder is missing")?, args.next().ok_or("a count is missing")?);
    let mut runner = TestRunner::deterministic();
    write(Path::new(&folder), obstacle_course("course"))?;
    for number in 1..=count.parse::<usize>()? {
        let files = docs("v").new_tree(&mut runner).map_err(|reason| reason.to_string())?.current();
        let version = format!("v{number}");
        write(Path::new(&folder), files.into_iter().map(|(path, text)| (path.replacen('v', &version, 1), text)))?;
    }
    Ok(())
}

fn write(folder: &Path, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<(), Box<dyn Error>> {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().ok_or("a file is in a folder")?)?;
        fs::write(path, text)?;
    }
    Ok(())
}
