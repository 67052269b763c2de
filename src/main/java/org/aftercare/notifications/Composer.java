package org.aftercare.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.springframework.stereotype.Component;

/**
 * Puts a message together in its recipient's language: greeting, apology if it corrects another,
 * wording, and how to reach a person. Names come from the address book at this moment and are not
 * kept.
 */
@Component
class Composer {

  static final String DIGEST = "notifications.digest";

  /** Words one line of what a report lists. */
  private static final String ROW = ".row";

  /** Known of every message, so no notice has to bring it. */
  private static final Set<String> GIVEN = Set.of("caseNumber", "name");

  private static final String LEFT_OUT = "…";

  private static final String PARAGRAPH = "\n\n";

  private final Wording wording;
  private final AddressBook addressBook;
  private final Customers customers;
  private final PartnerFields partnerFields;
  private final NotificationStore store;
  private final NotificationsProperties properties;

  Composer(
      Wording wording,
      AddressBook addressBook,
      Customers customers,
      PartnerFields partnerFields,
      NotificationStore store,
      NotificationsProperties properties) {
    this.wording = wording;
    this.addressBook = addressBook;
    this.customers = customers;
    this.partnerFields = partnerFields;
    this.store = store;
    this.properties = properties;
  }

  /** What a message says, without greeting and ending. */
  record Words(String subject, String text) {}

  /**
   * The facts that a notice must bring.
   *
   * @throws IllegalArgumentException if the bundles lack the template's subject or text
   */
  Set<String> factsOf(String template) {
    for (String part : List.of(".subject", ".text")) {
      if (!wording.has(template + part)) {
        throw new IllegalArgumentException(
            "The message bundles have no '%s%s'.".formatted(template, part));
      }
    }
    Set<String> facts = new TreeSet<>();
    for (String part : List.of(".subject", ".text", ".sms")) {
      facts.addAll(wording.placeholders(template + part));
    }
    facts.removeAll(GIVEN);
    return facts;
  }

  /**
   * The facts that each row of a notice must bring.
   *
   * @throws IllegalArgumentException if the bundles have no wording for the template's rows
   */
  Set<String> factsOfRow(String template) {
    if (!wording.has(template + ROW)) {
      throw new IllegalArgumentException(
          "The message bundles have no '%s%s'.".formatted(template, ROW));
    }
    return wording.placeholders(template + ROW);
  }

  Optional<Contact> contact(String recipient) {
    return addressBook.find(RecipientKey.parse(recipient));
  }

  /** Whether a wording for a small screen exists. */
  boolean hasSms(String template) {
    return wording.has(template + ".sms");
  }

  /**
   * As staff may see it: a partner's message without the contact data that it was sent with. An
   * older notice may lack a fact, or a wording, that a release has changed since; it is shown as
   * far as it can be and hides no other.
   */
  Words words(OutboxEntry entry, Locale locale, ZoneId zone) {
    String template = entry.template();
    if (!wording.has(template + ".subject") || !wording.has(template + ".text")) {
      return new Words(template, "");
    }
    Map<String, String> facts = facts(entry, "");
    factsOf(template).forEach(fact -> facts.putIfAbsent(fact, LEFT_OUT));
    return words(entry, facts, locale, zone);
  }

  private Words words(OutboxEntry entry, Map<String, String> facts, Locale locale, ZoneId zone) {
    return entry.template().equals(DIGEST)
        ? digest(entry, locale, zone)
        : new Words(
            wording.text(entry.template() + ".subject", facts, locale, zone),
            wording.text(entry.template() + ".text", facts, locale, zone)
                + rows(entry, locale, zone));
  }

  private String rows(OutboxEntry entry, Locale locale, ZoneId zone) {
    if (entry.rows().isEmpty() || !wording.has(entry.template() + ROW)) {
      return "";
    }
    Set<String> named = factsOfRow(entry.template());
    return entry.rows().stream()
        .map(
            row -> {
              // A release may have changed the wording since the report was written.
              Map<String, String> facts = new HashMap<>(row);
              named.forEach(fact -> facts.putIfAbsent(fact, LEFT_OUT));
              return wording.text(entry.template() + ROW, facts, locale, zone);
            })
        .collect(Collectors.joining("\n", PARAGRAPH, ""));
  }

  OutgoingMessage compose(Delivery delivery, Contact to) {
    OutboxEntry entry = delivery.entry();
    Locale locale = to.locale();
    ZoneId zone = to.zone();
    Map<String, String> forPartner =
        to.kind() == Contact.Kind.PARTNER ? forPartner(entry) : Map.of();
    Map<String, String> facts = facts(entry, to.name());
    facts.putAll(forPartner);
    facts.put("humanPhone", properties.humanPhone(to.country()));
    Words words = words(entry, facts, locale, zone);
    String subject = words.subject();
    List<String> text = new ArrayList<>();
    text.add(wording.text("notifications.greeting", facts, locale, zone));
    Optional<Map<String, String>> corrected = corrected(entry, locale, zone);
    if (corrected.isPresent()) {
      facts.putAll(corrected.get());
      facts.put("subject", subject);
      subject = wording.text("notifications.correction.subject", facts, locale, zone);
      text.add(wording.text("notifications.correction.text", facts, locale, zone));
    }
    text.add(words.text());
    text.add(wording.text("notifications.ending." + ending(entry, to), facts, locale, zone));
    return new OutgoingMessage(
        delivery.deliveryId(),
        delivery.addressee(),
        entry.caseNumber(),
        entry.template(),
        to,
        subject,
        String.join(PARAGRAPH, text),
        hasSms(entry.template()) ? sms(entry, facts, corrected.isPresent(), to) : null,
        forPartner);
  }

  private static String ending(OutboxEntry entry, Contact to) {
    if (entry.template().equals(DIGEST)) {
      return "digest";
    }
    return entry.caseNumber() == null ? "report" : to.kind().name().toLowerCase(Locale.ROOT);
  }

  private Map<String, String> forPartner(OutboxEntry entry) {
    String customerId = entry.facts().get(PartnerFields.CUSTOMER);
    Customer customer =
        customerId == null
            ? null
            : customers
                .find(customerId)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "The customer whom the message is about is not known any more."));
    return partnerFields.of(entry.template(), entry.facts(), customer);
  }

  private String sms(OutboxEntry entry, Map<String, String> facts, boolean correction, Contact to) {
    List<String> parts = new ArrayList<>();
    if (correction) {
      parts.add(wording.text("notifications.correction.sms", facts, to.locale(), to.zone()));
    }
    parts.add(wording.text(entry.template() + ".sms", facts, to.locale(), to.zone()));
    parts.add(wording.text("notifications.ending.sms", facts, to.locale(), to.zone()));
    return String.join(" ", parts);
  }

  /** What to say of a message that this one takes back; nothing if that one never left. */
  private Optional<Map<String, String>> corrected(OutboxEntry entry, Locale locale, ZoneId zone) {
    if (entry.corrects() == null) {
      return Optional.empty();
    }
    String left = leftInstead(entry).orElse(entry.corrects());
    Optional<Instant> sent = store.sentAt(left, entry.recipient());
    return sent.flatMap(
        at ->
            store
                .find(left, entry.recipient())
                .map(
                    earlier ->
                        Map.of(
                            "correctedAt",
                            at.toString(),
                            "correctedSubject",
                            words(earlier, locale, zone).subject())));
  }

  /** What the recipient has instead of the corrected one, if that was overtaken before it left. */
  private Optional<String> leftInstead(OutboxEntry entry) {
    return entry.topic() == null || store.sentAt(entry.corrects(), entry.recipient()).isPresent()
        ? Optional.empty()
        : store.lastSent(entry);
  }

  private Words digest(OutboxEntry entry, Locale locale, ZoneId zone) {
    List<OutboxEntry> items = store.bundled(entry.noticeId(), entry.recipient());
    Map<String, String> facts = new HashMap<>();
    facts.put("count", Integer.toString(items.size()));
    facts.put("day", entry.facts().get("day"));
    List<String> text = new ArrayList<>();
    text.add(wording.text(DIGEST + ".text", facts, locale, zone));
    for (OutboxEntry item : items) {
      Words words = words(item, locale, zone);
      text.add("%s · %s\n%s".formatted(item.caseNumber(), words.subject(), words.text()));
    }
    return new Words(
        wording.text(DIGEST + ".subject", facts, locale, zone), String.join(PARAGRAPH, text));
  }

  private static Map<String, String> facts(OutboxEntry entry, String name) {
    Map<String, String> facts = new HashMap<>(entry.facts());
    if (entry.caseNumber() != null) {
      facts.put("caseNumber", entry.caseNumber());
    }
    facts.put("name", name);
    return facts;
  }
}
