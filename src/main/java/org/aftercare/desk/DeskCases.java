package org.aftercare.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aftercare.cases.CaseFacts;
import org.aftercare.cases.CasePhotos;
import org.aftercare.cases.Cases;
import org.aftercare.cases.Facts;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.TimelineWording;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.engine.StaffDirectory;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.Notifications;
import org.aftercare.systems.Address;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what staff see of a case, in one go. */
@Service
class DeskCases {

  /** A customer with more cases than this is looked up in the case list. */
  private static final int OTHER_CASES = 20;

  private final Cases cases;
  private final CasePhotos photos;
  private final TimelineWording timeline;
  private final Customers customers;
  private final Notifications notifications;
  private final DeskWords words;
  private final StaffDirectory staff;
  private final Commitments commitments;
  private final Map<String, CaseFacts> facts;

  DeskCases(
      Cases cases,
      CasePhotos photos,
      TimelineWording timeline,
      Customers customers,
      Notifications notifications,
      DeskWords words,
      StaffDirectory staff,
      Commitments commitments,
      List<CaseFacts> facts) {
    this.cases = cases;
    this.photos = photos;
    this.timeline = timeline;
    this.customers = customers;
    this.notifications = notifications;
    this.words = words;
    this.staff = staff;
    this.commitments = commitments;
    this.facts = facts.stream().collect(Collectors.toMap(CaseFacts::flow, Function.identity()));
  }

  /**
   * @param instruction what is to be done, or {@code null}
   * @param photosAt the path under which the reader finds the photos
   */
  @Transactional(readOnly = true)
  DeskCase of(ServiceCase of, Locale language, String instruction, String photosAt) {
    String number = of.caseNumber();
    return new DeskCase(
        language.toLanguageTag(),
        words.labels(language),
        instruction,
        summary(of, language),
        customer(of.customerId(), language),
        facts(of, language),
        bookings(of, language),
        cases.deadlines(number).stream().map(deadline -> deadline(deadline, language)).toList(),
        timeline.forStaff(of, language).stream()
            .map(line -> new DeskCase.Line(line.at(), line.text()))
            .toList(),
        cases.notes(number).stream().map(note -> note(note, language)).toList(),
        notifications.about(number).stream().map(told -> message(told, language)).toList(),
        photos.of(number).stream().map(photo -> photo(photo, photosAt)).toList(),
        otherCases(of, language));
  }

  private DeskCase.Summary summary(ServiceCase of, Locale language) {
    return new DeskCase.Summary(
        of.caseNumber(),
        words.word("desk.flow", of.flow(), language),
        words.word("desk.status", of.status().name(), language),
        of.outcome() == null ? null : words.word("desk.outcome", of.outcome(), language),
        of.closedAt() == null,
        of.openedAt(),
        of.closedAt(),
        of.closedAt() == null ? null : words.word("desk.closed-by", closedBy(of), language));
  }

  private static String closedBy(ServiceCase of) {
    if (of.status() == ServiceCase.Status.CANCELLED) {
      return "CUSTOMER";
    }
    return "CLOSED_BY_PERSON".equals(of.outcome()) ? "FRONT_OFFICE" : "AUTOMATION";
  }

  private DeskCase.Person customer(String customerId, Locale language) {
    return customers
        .find(customerId)
        .map(customer -> person(customer, language))
        .orElseGet(() -> new DeskCase.Person(customerId, null, null, null, null, List.of()));
  }

  private static DeskCase.Person person(Customer customer, Locale language) {
    return new DeskCase.Person(
        customer.customerId(),
        customer.name(),
        customer.email(),
        customer.phone(),
        customer.language() == null ? null : customer.language().getDisplayLanguage(language),
        customer.address() == null ? List.of() : address(customer.address(), language));
  }

  private static List<String> address(Address address, Locale language) {
    String place =
        Stream.of(address.postalCode(), address.city())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    String country =
        address.country() == null
            ? null
            : new Locale.Builder().setRegion(address.country()).build().getDisplayCountry(language);
    return Stream.of(address.street(), place, country)
        .filter(line -> line != null && !line.isBlank())
        .toList();
  }

  private List<DeskCase.Labelled> facts(ServiceCase of, Locale language) {
    CaseFacts flow = facts.get(of.flow());
    if (flow == null) {
      return List.of();
    }
    return flow.of(of.caseNumber()).stream()
        .map(
            fact ->
                new DeskCase.Labelled(
                    words.label(fact.label(), language), words.value(fact, language, of.country())))
        .toList();
  }

  private List<DeskCase.Booking> bookings(ServiceCase of, Locale language) {
    return commitments.of(of.caseNumber()).stream()
        .map(made -> booking(made, of.country(), language))
        .toList();
  }

  private DeskCase.Booking booking(Commitment made, String country, Locale language) {
    String amount =
        made.amount() == null
            ? null
            : words.value(FactType.AMOUNT, Facts.amount(made.amount()), language, country);
    return new DeskCase.Booking(
        words.word("desk.booking", made.kind().name(), language),
        words.word("desk.booking-state", state(made), language),
        made.detail() == null ? made.reference() : made.detail(),
        amount,
        when(made, country, language));
  }

  /** What the carrier has fetched is neither to come nor over. */
  private static String state(Commitment made) {
    return made.stands() && made.hasLeft() ? "UNDER_WAY" : made.state().name();
  }

  private String when(Commitment made, String country, Locale language) {
    if (made.startsAt() != null) {
      return words.value(FactType.INSTANT, made.startsAt().toString(), language, country);
    } else if (made.expectedOn() != null) {
      return words.value(FactType.DATE, made.expectedOn().toString(), language, country);
    }
    Instant at = made.hasLeft() ? made.leftAt() : made.madeAt();
    return words.value(FactType.INSTANT, at.toString(), language, country);
  }

  private DeskCase.Deadline deadline(Cases.Deadline deadline, Locale language) {
    String state = state(deadline);
    String code = deadline.name().toUpperCase(Locale.ROOT).replace('-', '_');
    return new DeskCase.Deadline(
        words.word("case.deadline", code, language),
        deadline.due(),
        state,
        words.word("desk.deadline", state, language));
  }

  private static String state(Cases.Deadline deadline) {
    if (deadline.missed()) {
      return "MISSED";
    } else if (deadline.ended() != null) {
      return "DONE";
    }
    return deadline.paused() ? "PAUSED" : "RUNNING";
  }

  private DeskCase.Note note(Cases.Note note, Locale language) {
    String author =
        "customer".equals(note.author())
            ? words.word("desk.label", "author.customer", language)
            : nameOf(note.author());
    return new DeskCase.Note(
        note.at(), author, words.word("desk.about", note.about(), language), note.text());
  }

  /** Who has left the company is still known by the login. */
  private String nameOf(String userId) {
    return userId == null
        ? null
        : staff.find(userId).map(StaffDirectory.StaffMember::name).orElse(userId);
  }

  private DeskCase.Message message(Notifications.TellLog told, Locale language) {
    return new DeskCase.Message(
        Instant.parse(told.at()),
        told.recipient(),
        told.channel() == null ? null : words.word("desk.channel", told.channel(), language),
        words.word("desk.message", told.status(), language),
        told.subject(),
        told.text());
  }

  private static DeskCase.Photo photo(CasePhotos.Photo photo, String photosAt) {
    return new DeskCase.Photo(photosAt + photo.photoId(), photo.addedAt(), photo.size());
  }

  private List<DeskCase.Summary> otherCases(ServiceCase of, Locale language) {
    return cases.search(of.customerId(), null, 0, OTHER_CASES + 1).items().stream()
        .filter(other -> !other.caseNumber().equals(of.caseNumber()))
        .limit(OTHER_CASES)
        .map(other -> summary(other, language))
        .toList();
  }
}
