"""From a published page to records: fetch, archive, parse, hand on."""
