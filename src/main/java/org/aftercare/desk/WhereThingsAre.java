package org.aftercare.desk;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.aftercare.engine.StaffDirectory;
import org.aftercare.engine.StaffGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console, once everything runs, where a newcomer finds what. Default profile only. */
@Component
@Profile("default")
class WhereThingsAre {

  private static final Logger log = LoggerFactory.getLogger(WhereThingsAre.class);

  private final StaffDirectory staff;
  private final Environment environment;
  private final String sandbox;

  WhereThingsAre(
      StaffDirectory staff,
      Environment environment,
      @Value("${aftercare.sandbox.url}") String sandbox) {
    this.staff = staff;
    this.environment = environment;
    this.sandbox = sandbox;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    String product = "http://localhost:" + environment.getProperty("local.server.port");
    log.info(
        """
        Aftercare runs.

          Tasklist           {}/camunda/app/tasklist/
          Cockpit            {}/camunda/app/cockpit/   (as olof)
          Models             {}/models   (as admin, or whoever is logged in there)
          API to try out     {}/swagger-ui.html
          Other systems      {}/   (switches, partners' part, clock)
          Mailbox            {}/pages/mailbox
          Health             http://localhost:{}/actuator/health

          Everybody's password is Kylskap-2026. Who works where:
        {}
          admin              administers people and rights
        """,
        product,
        product,
        product,
        product,
        sandbox,
        sandbox,
        environment.getProperty("local.management.port"),
        people());
  }

  private String people() {
    return Arrays.stream(StaffGroup.values())
        .flatMap(
            group ->
                staff.members(group.id()).stream()
                    .map(person -> "  %-18s %s".formatted(person.userId(), group.displayName())))
        .collect(Collectors.joining("\n"));
  }
}
