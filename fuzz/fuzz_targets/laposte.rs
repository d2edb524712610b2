//! La Poste's answers.
#![no_main]

fuzz::target!(|body| fuzz::polls::laposte(body));
