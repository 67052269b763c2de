package org.aftercare.notifications;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aftercare.customers.ContactPreferences;
import org.aftercare.customers.Customer;
import org.aftercare.customers.CustomerPreferences;
import org.aftercare.customers.Customers;
import org.aftercare.engine.StaffDirectory;
import org.aftercare.engine.StaffDirectory.StaffMember;
import org.aftercare.systems.Crm.CustomerRecord;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** The module put together by hand over a real database, with people of its own. */
final class NotificationsFixture {

  static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private static final FactTypes VOCABULARY =
      new FactTypes(
          List.of(
              new NotificationVocabulary(),
              () ->
                  Map.of(
                      "reportedOn", FactType.DATE,
                      "neededBy", FactType.DATE,
                      "startsAt", FactType.INSTANT,
                      "cost", FactType.AMOUNT,
                      "share", FactType.PERCENT,
                      "reason", FactType.CODE)));

  final MovableClock clock = new MovableClock(NOON);
  final Map<String, Customer> customers = new HashMap<>();
  final Map<String, ContactPreferences> wishes = new HashMap<>();
  final Map<String, StaffMember> staff = new LinkedHashMap<>();
  final AtomicInteger staffLookUps = new AtomicInteger();
  final List<NoticeUndelivered> undelivered = new CopyOnWriteArrayList<>();
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  private final DataSource dataSource;
  private final Map<String, String> settings = new HashMap<>();

  NotificationsFixture(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V030__notifications.sql"),
            new ClassPathResource("db/migration/V031__notification_reading.sql"),
            new ClassPathResource("db/migration/V032__notification_retention.sql"),
            new ClassPathResource("db/migration/V033__notification_lines.sql"),
            new ClassPathResource("db/migration/V034__notification_order.sql"),
            new ClassPathResource("db/migration/V035__notification_erasing.sql")),
        dataSource);
    customers.put(
        "C-1",
        new Customer(
            "C-1",
            "Astrid Lindqvist",
            "astrid@example.org",
            "+46701740605",
            Locale.forLanguageTag("sv"),
            "SE",
            null));
    employ("klara", "en", "claims");
    employ("kaspar", "sv", "claims");
    employ("petra", "en", "product-managers");
    setting(
        "aftercare.notifications.partner-fields[test.part]",
        "caseNumber,partNumber,quantity,neededBy");
    setting("aftercare.notifications.email.from", "Aftercare <service@aftercare.example>");
    setting("aftercare.notifications.email.reply-to", "people@aftercare.example");
    setting("aftercare.notifications.email.domain", "aftercare.example");
    setting("aftercare.notifications.human.phone", "+46 8 465 004 10");
    setting("aftercare.partners.nordkyl.kind", "supplier");
    setting("aftercare.partners.nordkyl.name", "Nordkyl AB");
    setting("aftercare.partners.nordkyl.language", "sv");
    setting("aftercare.partners.nordkyl.email", "orders@nordkyl.example");
  }

  void setting(String name, String text) {
    settings.put(name, text);
  }

  void employ(String userId, String language, String... groups) {
    staff.put(
        userId,
        new StaffMember(
            userId,
            userId,
            userId + "@aftercare.example",
            Locale.forLanguageTag(language),
            Set.of(groups)));
  }

  NotificationsProperties properties() {
    return bind("aftercare.notifications", NotificationsProperties.class);
  }

  private <T> T bind(String prefix, Class<T> type) {
    return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
  }

  /** One node: its own objects over the shared database. */
  Node node(DeliveryChannel... channels) {
    return new Node(List.of(channels), clock);
  }

  final class Node {

    final NotificationStore store;
    final Outbox outbox;
    final Planner planner;
    final DigestAssembler digests;
    final Relay relay;
    final Preferences preferences;
    final InAppInbox inApp;
    final InAppStore inAppStore;
    final UndeliveredNotices undeliveredNotices;
    private final OperationsAlert alert;
    final List<Courier> couriers = new ArrayList<>();
    private final List<Relay> wired = new ArrayList<>();

    private Node(List<DeliveryChannel> channels, Clock clock) {
      NotificationsProperties properties = properties();
      StaffDirectory directory = new Directory();
      store = store();
      AddressBook addressBook =
          new AddressBook(
              new Register(),
              new Wishes(),
              directory,
              bind("aftercare", PartnerDirectory.class),
              properties);
      ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
      messages.setBasenames("messages/notifications", "messages/test-notices");
      messages.setDefaultEncoding("UTF-8");
      messages.setFallbackToSystemLocale(false);
      Composer composer =
          new Composer(
              new Wording(messages, VOCABULARY),
              addressBook,
              new Register(),
              new PartnerFields(properties),
              store,
              properties);
      preferences = new Preferences(new PreferenceStore(jdbc), new Wishes(), directory, properties);
      planner =
          new Planner(
              store,
              addressBook,
              directory,
              preferences,
              composer,
              channels,
              properties,
              transaction,
              this::publish,
              clock);
      digests = new DigestAssembler(store, preferences, properties, transaction, clock);
      for (DeliveryChannel channel : channels) {
        couriers.add(
            new Courier(
                channel,
                store,
                composer,
                preferences,
                properties,
                transaction,
                this::publish,
                clock));
      }
      inAppStore = new InAppStore(jdbc, store);
      inApp = new InAppInbox(inAppStore, composer, clock);
      undeliveredNotices =
          new UndeliveredDesk(store, clock, () -> wired.forEach(Relay::outboxHasGrown));
      relay = new Relay(planner, digests, couriers, properties);
      wired.add(relay);
      outbox =
          new Outbox(
              store,
              composer,
              new PartnerFields(properties),
              clock,
              () -> wired.forEach(Relay::outboxHasGrown));
      alert = new OperationsAlert(outbox);
    }

    private void publish(Object event) {
      NoticeUndelivered failed = (NoticeUndelivered) event;
      // Nobody works in operations here unless a test says so, and then the alert itself fails.
      if (!failed.template().equals(OperationsAlert.TEMPLATE)) {
        undelivered.add(failed);
      }
      alert.on(failed);
    }

    void tell(Notice... notices) {
      transaction.executeWithoutResult(
          status -> {
            for (Notice notice : notices) {
              outbox.tell(notice);
            }
          });
    }

    /** Plans and delivers until nothing that is due is left. */
    void run() {
      int worked;
      do {
        worked = planner.plan() + digests.assemble();
        for (Courier courier : couriers) {
          worked += courier.deliver();
        }
      } while (worked > 0);
    }
  }

  private NotificationStore store() {
    try {
      return new NotificationStore(dataSource, jdbc, new ObjectMapper());
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Register implements Customers {

    @Override
    public Optional<Customer> find(String customerId) {
      return Optional.ofNullable(customers.get(customerId));
    }

    @Override
    public Optional<Customer> lookUp(String customerId) {
      return find(customerId);
    }

    @Override
    public void keep(List<CustomerRecord> known) {
      throw new UnsupportedOperationException("Customers are known from the start.");
    }

    @Override
    public void correct(String customerId, Correction correction) {
      throw new UnsupportedOperationException("Nothing here corrects customers.");
    }
  }

  private final class Wishes implements CustomerPreferences {

    @Override
    public ContactPreferences of(String customerId) {
      return wishes.getOrDefault(customerId, ContactPreferences.UNSAID);
    }

    @Override
    public void change(String customerId, ContactPreferences preferences) {
      wishes.put(customerId, preferences);
    }

    @Override
    public ZoneId zoneOf(String country) {
      return ZoneId.of("PL".equals(country) ? "Europe/Warsaw" : "Europe/Stockholm");
    }
  }

  private final class Directory implements StaffDirectory {

    @Override
    public Optional<StaffMember> find(String userId) {
      staffLookUps.incrementAndGet();
      return Optional.ofNullable(staff.get(userId));
    }

    @Override
    public List<StaffMember> members(String group) {
      return staff.values().stream().filter(member -> member.groups().contains(group)).toList();
    }
  }
}
