-- What the queue needs of a card, without its content: a hundred cards to a page where the table has seven.
CREATE INDEX card_for_queue ON card (card_id, topic, sibling, position) WHERE retired = 0;
