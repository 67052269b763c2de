-- Everything that one recipient was told, to be erased with them.
create index notification_to on notification (recipient);
create index notification_delivery_to on notification_delivery (recipient);
