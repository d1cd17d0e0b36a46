-- Progress begins with what tallies tell; what they leave out is little, and two indexes lead to it: the cards that are
-- about a default, and those put off to a later day. A third leads to the few actions that were taken back. None of
-- them is touched by an answer.
CREATE INDEX card_line_by_default ON card_line (default_id) WHERE default_id IS NOT NULL;
CREATE INDEX card_state_by_burial ON card_state (buried_until) WHERE buried_until IS NOT NULL;
CREATE INDEX operation_annulled ON operation (op_id) WHERE status <> 'done';

-- The rest goes once through the history of every card. This index holds each in its order; now with all that is read
-- of it, so that a million answers are not looked up one by one.
DROP INDEX event_by_card;
CREATE INDEX event_by_card ON event (
  card_id, clock, device, seq, type, study_day, rating, phase_before, recall, due_day, at_ms, offset_min
) WHERE card_id IS NOT NULL;
