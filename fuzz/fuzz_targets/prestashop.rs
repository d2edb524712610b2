//! What a module of a `PrestaShop` shop pushes.
#![no_main]

use shared::hooks::HookSource;

fuzz::target!(|body| fuzz::hooks::check(HookSource::Prestashop, body));
