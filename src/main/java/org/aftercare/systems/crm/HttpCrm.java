package org.aftercare.systems.crm;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Crm;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The customer register over HTTP. */
@Component
class HttpCrm implements Crm {

  private static final Operation<CustomerRecord> CUSTOMER =
      new Operation<>("customer", HttpCrm::check);

  private static final Operation<Served> SERVED = new Operation<>("served", HttpCrm::check);

  private static final Operation<Filed> FILE_OUTCOME =
      new Operation<>(
          "file outcome",
          (reply, filed) -> reply.text("filingId", filed.filingId(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final CrmApi api;

  HttpCrm(@Qualifier("crmSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(CrmApi.class);
  }

  @Override
  public Optional<CustomerRecord> customer(String customerId) {
    return system.read(
        CUSTOMER.alsoHolding(
            (reply, customer) -> reply.same("customerId", customerId, customer.customerId())),
        () -> api.customer(customerId));
  }

  @Override
  public Optional<Served> served(
      String service, String country, String area, String after, int limit) {
    return system.read(
        SERVED.alsoHolding((reply, page) -> check(reply, page, after, limit)),
        () -> api.served(service, country, area, after, limit));
  }

  @Override
  public Filed fileOutcome(String key, Outcome outcome) {
    return system.change(FILE_OUTCOME, () -> api.fileOutcome(key, outcome));
  }

  @Override
  public Optional<Filed> findFiled(String key) {
    return system.read(FILE_OUTCOME, () -> api.filed(key));
  }

  private static void check(ReplyCheck reply, Served page) {
    reply.present("customers", page.customers());
    page.customers()
        .forEach(
            customer -> {
              reply.present("customers", customer);
              reply.text("customerId", customer.customerId(), ReplyCheck.LONGEST_ID);
              check(reply, customer);
            });
  }

  /** A page that stands still would be read for ever. */
  private static void check(ReplyCheck reply, Served page, String after, int limit) {
    if (page.customers().size() > limit || page.more() && page.customers().isEmpty()) {
      throw reply.broken("customers", "is no page of the asked size");
    }
    Set<String> seen = new HashSet<>();
    seen.add(after);
    for (CustomerRecord customer : page.customers()) {
      if (!seen.add(customer.customerId())) {
        throw reply.broken("customers", "names a customer twice");
      }
    }
  }

  private static void check(ReplyCheck reply, CustomerRecord customer) {
    reply.text("name", customer.name());
    reply.optionalText("email", customer.email());
    reply.optionalText("phone", customer.phone());
    reply.text("language", customer.language());
    reply.country("country", customer.country());
    reply.address("address", customer.address());
  }
}
