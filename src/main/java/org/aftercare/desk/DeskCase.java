package org.aftercare.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A case as staff see it beside a task's form. Everything that is words is in the reader's
 * language.
 *
 * @param language BCP 47 tag of that language
 * @param labels what the parts are called, by part
 * @param instruction what is to be done, if the task says so itself; {@code null} otherwise
 * @param facts product, purchase and whatever else the flow shows
 * @param bookings what other systems were asked to do, oldest first
 */
record DeskCase(
    String language,
    Map<String, String> labels,
    String instruction,
    Summary summary,
    Person customer,
    List<Labelled> facts,
    List<Booking> bookings,
    List<Deadline> deadlines,
    List<Line> timeline,
    List<Note> notes,
    List<Message> messages,
    List<Photo> photos,
    List<Summary> otherCases) {

  /**
   * @param open whether it still runs
   * @param closedBy in whose hands it was when it was closed, as a role; {@code null} while it runs
   */
  record Summary(
      String caseNumber,
      String flow,
      String status,
      String outcome,
      boolean open,
      Instant openedAt,
      Instant closedAt,
      String closedBy) {}

  /** The customer; only the number if nothing else is known of them any more. */
  record Person(
      String customerId,
      String name,
      String email,
      String phone,
      String language,
      List<String> address) {}

  record Labelled(String label, String value) {}

  /**
   * @param what such as a pick-up or an invoice
   * @param stateText whether it stands, in words
   * @param reference the number under which the other system or the carrier knows it
   * @param amount what it is worth, or {@code null}
   * @param when the time or day that matters for it, and otherwise when it was made
   */
  record Booking(String what, String stateText, String reference, String amount, String when) {}

  /**
   * @param state {@code RUNNING}, {@code PAUSED}, {@code DONE} or {@code MISSED}
   * @param stateText the same in words
   */
  record Deadline(String name, Instant due, String state, String stateText) {}

  record Line(Instant at, String text) {}

  record Note(Instant at, String author, String about, String text) {}

  record Message(
      Instant at, String recipient, String channel, String status, String subject, String text) {}

  /**
   * @param url where it is, from the product's root
   */
  record Photo(String url, Instant at, int size) {}
}
