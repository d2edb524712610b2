//! A Rust function for each message: a message that isn't there, or a variable too few, does not
//! compile.

use std::fmt::Write;

use crate::{Message, Phrasebook};

/// The methods of the panel's `Words`, to be included where `Value` and `Words::say` are.
pub fn functions(book: &Phrasebook) -> String {
    let mut code = String::from("#[deny(dead_code)]\nimpl Words {\n");
    for message in &book.messages {
        function(message, &mut code);
    }
    code.push_str("}\n");
    code
}

fn function(message: &Message, code: &mut String) {
    let name = &message.name;
    let method = name.replace('-', "_");
    let (mut parameters, mut values) = (String::new(), String::new());
    for variable in message.variables() {
        let parameter = variable.name.replace('-', "_");
        let (kind, value) = if variable.is_number {
            ("usize", "Number")
        } else {
            ("&str", "Text")
        };
        // Writing to a string can't fail.
        let _ = write!(parameters, ", {parameter}: {kind}");
        let _ = write!(
            values,
            "(\"{}\", Value::{value}({parameter})), ",
            variable.name
        );
    }
    let _ = writeln!(
        code,
        "    /// `{name}`\n    pub fn {method}(self{parameters}) -> String {{\n        \
         self.say(\"{name}\", &[{values}])\n    }}"
    );
}
