package org.aftercare.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers' wishes in our own table. */
@Service
class StoredPreferences implements CustomerPreferences {

  private final JdbcClient jdbc;
  private final TransactionTemplate savepoint;

  StoredPreferences(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Override
  public ContactPreferences of(String customerId) {
    return jdbc.sql(
            "select channel, quiet_from, quiet_until from customer_preference where customer_id = :id")
        .param("id", customerId)
        .query((row, number) -> preferences(row))
        .optional()
        .orElse(ContactPreferences.UNSAID);
  }

  @Override
  public void change(String customerId, ContactPreferences preferences) {
    if (update(customerId, preferences) == 1) {
      return;
    }
    try {
      // PostgreSQL would not let the caller's transaction live on after a collision without one.
      savepoint.executeWithoutResult(status -> insert(customerId, preferences));
    } catch (DuplicateKeyException firstOneWasFaster) {
      update(customerId, preferences);
    }
  }

  @Override
  public ZoneId zoneOf(String country) {
    return CountryZones.of(country);
  }

  private int update(String customerId, ContactPreferences preferences) {
    return write(
        """
        update customer_preference
        set channel = :channel, quiet_from = :from, quiet_until = :until
        where customer_id = :id
        """,
        customerId,
        preferences);
  }

  private void insert(String customerId, ContactPreferences preferences) {
    write(
        """
        insert into customer_preference (customer_id, channel, quiet_from, quiet_until)
        values (:id, :channel, :from, :until)
        """,
        customerId,
        preferences);
  }

  private int write(String sql, String customerId, ContactPreferences preferences) {
    return jdbc.sql(sql)
        .param("id", customerId)
        .param("channel", preferences.channel().name())
        .param("from", text(preferences.quietFrom()), Types.VARCHAR)
        .param("until", text(preferences.quietUntil()), Types.VARCHAR)
        .update();
  }

  private static String text(LocalTime time) {
    return time == null ? null : "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }

  private static ContactPreferences preferences(ResultSet row) throws SQLException {
    return new ContactPreferences(
        ContactPreferences.Channel.valueOf(row.getString("channel")),
        time(row.getString("quiet_from")),
        time(row.getString("quiet_until")));
  }

  private static LocalTime time(String text) {
    return text == null ? null : LocalTime.parse(text);
  }
}
