//! Pages of `PrestaShop`'s orders, and what they refer to.
#![no_main]

fuzz::target!(|body| fuzz::polls::prestashop(body));
