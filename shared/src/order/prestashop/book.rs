//! What the webservice tells beside an order: customers, addresses and the rest, each found by
//! the id by which the order refers to it.

use crate::source::Fields;

/// The resources at hand.
#[derive(Default)]
pub(super) struct Book<'a> {
    customers: Vec<Fields<'a>>,
    addresses: Vec<Fields<'a>>,
    countries: Vec<Fields<'a>>,
    languages: Vec<Fields<'a>>,
    carriers: Vec<Fields<'a>>,
    order_carriers: Option<Vec<Fields<'a>>>,
}

impl<'a> Book<'a> {
    /// The resources that a body holds, one by one or in lists.
    pub(super) fn of(body: Fields<'a>) -> Self {
        let mut book = Self::default();
        book.add(body);
        book
    }

    /// Adds the resources that another body holds.
    pub(super) fn add(&mut self, body: Fields<'a>) {
        self.customers
            .extend(resources(body, "customer", "customers"));
        self.addresses
            .extend(resources(body, "address", "addresses"));
        self.countries
            .extend(resources(body, "country", "countries"));
        self.languages
            .extend(resources(body, "language", "languages"));
        self.carriers.extend(resources(body, "carrier", "carriers"));
        let is_told = |name| body.value(name).is_some_and(|told| !told.is_null());
        if is_told("order_carrier") || is_told("order_carriers") {
            self.know_order_carriers()
                .extend(resources(body, "order_carrier", "order_carriers"));
        }
    }

    /// Notes that the orders' carriers are told, be it that there are none.
    pub(super) fn know_order_carriers(&mut self) -> &mut Vec<Fields<'a>> {
        self.order_carriers.get_or_insert_default()
    }

    /// Who placed an order.
    pub(super) fn customer(&self, order: Fields<'_>) -> Fields<'a> {
        find(&self.customers, order.id("id_customer"))
    }

    /// Where an order goes.
    pub(super) fn address(&self, order: Fields<'_>) -> Fields<'a> {
        find(&self.addresses, order.id("id_address_delivery"))
    }

    /// The country of an address.
    pub(super) fn country(&self, address: Fields<'_>) -> Fields<'a> {
        find(&self.countries, address.id("id_country"))
    }

    /// The language of an order.
    pub(super) fn language(&self, order: Fields<'_>) -> Fields<'a> {
        find(&self.languages, order.id("id_lang"))
    }

    /// The carrier of an order or of one of its shipments.
    pub(super) fn carrier(&self, of: Fields<'_>) -> Fields<'a> {
        find(&self.carriers, of.id("id_carrier"))
    }

    /// The shipments of an order, where any order's are told.
    pub(super) fn order_carriers(&self, order: Fields<'_>) -> Option<Vec<Fields<'a>>> {
        let id = order.id("id");
        let all = self.order_carriers.as_ref()?.iter().copied();
        Some(all.filter(|told| told.id("id_order") == id).collect())
    }
}

fn resources<'a>(
    body: Fields<'a>,
    singular: &str,
    plural: &str,
) -> impl Iterator<Item = Fields<'a>> {
    std::iter::once(body.object(singular)).chain(body.objects(plural))
}

/// The resource of an id; one without fields when there is none.
fn find<'a>(resources: &[Fields<'a>], id: Option<String>) -> Fields<'a> {
    id.and_then(|id| {
        let mut all = resources.iter().copied();
        all.find(|resource| resource.id("id").as_ref() == Some(&id))
    })
    .unwrap_or(Fields::NONE)
}
