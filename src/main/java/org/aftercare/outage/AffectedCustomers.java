package org.aftercare.outage;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.CaseOpened;
import org.aftercare.customers.Customers;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.aftercare.outage.Outage.Place;
import org.aftercare.outage.Outage.State;
import org.aftercare.systems.Crm;
import org.aftercare.systems.Crm.CustomerRecord;
import org.aftercare.systems.Crm.Served;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the customers whom an outage affects and tells them, always so many at once that no
 * transaction lasts long however many there are.
 */
@Service
class AffectedCustomers {

  private static final String OPERATIONS = "operations";

  private final Outages outages;
  private final Crm crm;
  private final Customers customers;
  private final Notifications notifications;
  private final OutageProperties properties;
  private final Clock clock;

  AffectedCustomers(
      Outages outages,
      Crm crm,
      Customers customers,
      Notifications notifications,
      OutageProperties properties,
      Clock clock) {
    this.outages = outages;
    this.crm = crm;
    this.customers = customers;
    this.notifications = notifications;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Finds the next page of affected customers, after the last that was found.
   *
   * @throws org.aftercare.systems.SystemUnavailableException if the customer register does not
   *     answer
   */
  @Transactional
  Found findNext(String number) {
    Place place = outages.require(number).place();
    Optional<Served> page =
        crm.served(
            place.service(),
            place.country(),
            place.area(),
            outages.lastAffected(number).orElse(null),
            properties.pageSize());
    List<CustomerRecord> served = page.map(Served::customers).orElse(List.of());
    customers.keep(served);
    outages.addAffected(number, served.stream().map(CustomerRecord::customerId).toList());
    return new Found(page.map(Served::more).orElse(false), outages.require(number).affected());
  }

  /**
   * Begins to tell a piece of news: everybody affected that there is an outage, and what follows
   * whoever was told that.
   *
   * @return the round's number; 0 if there is nothing to tell any more, since it has been told, or
   *     overtaken by the outage's end
   */
  @Transactional
  int begin(String number, News news) {
    Outage outage = outages.lock(number);
    Outages.Said now = new Outages.Said(outage.cause(), outage.expectedEndAt());
    boolean overtaken = !news.endsIt() && outage.state() != State.OPEN;
    boolean told = news == News.UPDATED && outages.said(number).filter(now::equals).isPresent();
    return overtaken || told ? 0 : outages.beginNews(number);
  }

  /**
   * Tells the next affected customers.
   *
   * @param round as {@link #begin} gave it
   * @return whether more are to be told; none are once the outage's end has overtaken the news
   */
  @Transactional
  boolean tellNext(String number, News news, int round) {
    Outage outage = outages.lock(number);
    if (round == 0 || !news.endsIt() && outage.state() != State.OPEN) {
      return false;
    }
    Outages.Said said =
        outages
            .said(number)
            .orElseThrow(() -> new IllegalStateException("No round of messages has begun."));
    String template = news.template(said.expectedEndAt() != null);
    Map<String, String> facts = facts(outage, said);
    List<String> next = outages.takeUntold(number, round, properties.batchSize());
    for (String customerId : next) {
      // In quiet hours only the latest waits: in the morning nobody reads what the night has
      // settled.
      Notice notice =
          new Notice(
                  noticeId(number, round, customerId),
                  number,
                  new Recipient.ToCustomer(customerId),
                  template,
                  facts)
              .latestOf(number)
              .toMany();
      notifications.tell(
          news == News.WITHDRAWN ? notice.correcting(noticeId(number, 1, customerId)) : notice);
    }
    return next.size() == properties.batchSize();
  }

  private static String noticeId(String number, int round, String customerId) {
    return "%s/%d/%s".formatted(number, round, customerId);
  }

  /** Reminds operations that affected customers have heard nothing for a while. */
  @Transactional
  void remind(String number, String occasion) {
    notifications.tell(
        new Notice(
            number + "/" + occasion + "/" + OPERATIONS,
            number,
            new Recipient.ToTeam(OPERATIONS),
            "outage.news-due",
            facts(outages.require(number))));
  }

  /** Nothing more is told; what it has come to is counted. */
  @Transactional
  void close(String number) {
    outages.close(number, clock.instant());
  }

  /** In the transaction that opens the case: an affected customer has contacted us all the same. */
  @EventListener
  void on(CaseOpened opened) {
    outages.contacted(opened.customerId());
  }

  private static Map<String, String> facts(Outage outage) {
    return facts(outage, new Outages.Said(outage.cause(), outage.expectedEndAt()));
  }

  private static Map<String, String> facts(Outage outage, Outages.Said said) {
    Map<String, String> facts = new HashMap<>();
    facts.put("service", outage.place().service());
    facts.put("cause", said.cause().name());
    facts.put("startedAt", outage.startedAt().toString());
    if (said.expectedEndAt() != null) {
      facts.put("expectedEndAt", said.expectedEndAt().toString());
    }
    if (outage.endedAt() != null) {
      facts.put("endedAt", outage.endedAt().toString());
    }
    facts.put("affected", String.valueOf(outage.affected()));
    return facts;
  }

  /**
   * @param more whether another page follows
   * @param affected how many have been found so far
   */
  record Found(boolean more, int affected) {}
}
