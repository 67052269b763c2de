package org.aftercare.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.aftercare.systems.Address;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code customer}. */
@Repository
class CustomerStore {

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;

  CustomerStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  Optional<Customer> find(String customerId) {
    return jdbc.sql("select * from customer where customer_id = :id")
        .param("id", customerId)
        .query((row, number) -> customer(row, "", "address_country"))
        .optional();
  }

  /**
   * Stores what the CRM says. A field that the customer has corrected keeps the correction until
   * the CRM says something new of it.
   *
   * <p>It is committed at once, whatever becomes of the caller: what the CRM knows does not depend
   * on it, many cases may look the same customer up at the same moment, and none has to wait for
   * another one's transaction.
   */
  void storeFromRegister(Customer customer, Instant now) {
    if (registered(customer.customerId()).filter(customer::equals).isPresent()) {
      return;
    }
    try {
      ownTransaction.executeWithoutResult(status -> refreshOrInsert(customer, now));
    } catch (DuplicateKeyException anotherOneWasFaster) {
      ownTransaction.executeWithoutResult(status -> refresh(customer, now));
    }
  }

  private void refreshOrInsert(Customer customer, Instant now) {
    if (refresh(customer, now) == 0) {
      insert(customer, now);
    }
  }

  /** What the CRM said last. */
  private Optional<Customer> registered(String customerId) {
    return jdbc.sql("select * from customer where customer_id = :id")
        .param("id", customerId)
        .query((row, number) -> customer(row, "register_", "register_country"))
        .optional();
  }

  /** Stores corrections; a {@code null} leaves what is there. */
  int correct(String customerId, Customers.Correction correction, Instant now) {
    Address address = correction.address();
    return jdbc.sql(
            """
            update customer set
              name = coalesce(:name, name),
              email = coalesce(:email, email),
              phone = coalesce(:phone, phone),
              language = coalesce(:language, language),
              street = coalesce(:street, street),
              postal_code = coalesce(:postalCode, postal_code),
              city = coalesce(:city, city),
              address_country = coalesce(:addressCountry, address_country),
              corrected_at = :now
            where customer_id = :id
            """)
        .param("id", customerId)
        .param("name", correction.name(), Types.VARCHAR)
        .param("email", correction.email(), Types.VARCHAR)
        .param("phone", correction.phone(), Types.VARCHAR)
        .param("language", correction.language(), Types.VARCHAR)
        .param("street", address == null ? null : address.street(), Types.VARCHAR)
        .param("postalCode", address == null ? null : address.postalCode(), Types.VARCHAR)
        .param("city", address == null ? null : address.city(), Types.VARCHAR)
        .param("addressCountry", address == null ? null : address.country(), Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private int refresh(Customer customer, Instant now) {
    return withRegisterValues(
        """
        update customer set
          name = case when register_name = :name then name else :name end,
          email = case when register_email is not distinct from :email then email else :email end,
          phone = case when register_phone is not distinct from :phone then phone else :phone end,
          language = case when register_language = :language then language else :language end,
          country = :country,
          street = case when %1$s then street else :street end,
          postal_code = case when %1$s then postal_code else :postalCode end,
          city = case when %1$s then city else :city end,
          address_country = case when %1$s then address_country else :addressCountry end,
          register_name = :name,
          register_email = :email,
          register_phone = :phone,
          register_language = :language,
          register_street = :street,
          register_postal_code = :postalCode,
          register_city = :city,
          register_country = :addressCountry,
          registered_at = :now
        where customer_id = :id
        """
            // An address moves as a whole: half an old and half a new one is nobody's.
            .formatted(
                "(register_street = :street and register_postal_code = :postalCode"
                    + " and register_city = :city and register_country = :addressCountry)"),
        customer,
        now);
  }

  private void insert(Customer customer, Instant now) {
    withRegisterValues(
        """
        insert into customer (customer_id, name, email, phone, language, country,
          street, postal_code, city, address_country,
          register_name, register_email, register_phone, register_language,
          register_street, register_postal_code, register_city, register_country, registered_at)
        values (:id, :name, :email, :phone, :language, :country,
          :street, :postalCode, :city, :addressCountry,
          :name, :email, :phone, :language,
          :street, :postalCode, :city, :addressCountry, :now)
        """,
        customer,
        now);
  }

  private int withRegisterValues(String sql, Customer customer, Instant now) {
    Address address = customer.address();
    return jdbc.sql(sql)
        .param("id", customer.customerId())
        .param("name", customer.name(), Types.VARCHAR)
        .param("email", customer.email(), Types.VARCHAR)
        .param("phone", customer.phone(), Types.VARCHAR)
        .param("language", customer.language().toLanguageTag(), Types.VARCHAR)
        .param("country", customer.country(), Types.VARCHAR)
        .param("street", address.street(), Types.VARCHAR)
        .param("postalCode", address.postalCode(), Types.VARCHAR)
        .param("city", address.city(), Types.VARCHAR)
        .param("addressCountry", address.country(), Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Customer customer(ResultSet row, String prefix, String addressCountry)
      throws SQLException {
    return new Customer(
        row.getString("customer_id"),
        row.getString(prefix + "name"),
        row.getString(prefix + "email"),
        row.getString(prefix + "phone"),
        Locale.forLanguageTag(row.getString(prefix + "language")),
        row.getString("country"),
        new Address(
            row.getString(prefix + "street"),
            row.getString(prefix + "postal_code"),
            row.getString(prefix + "city"),
            row.getString(addressCountry)));
  }
}
