package org.aftercare.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where messages end up. */
class SandboxMail {

  @Bean
  Mailbox mailbox(JdbcClient jdbc, SandboxClock clock) {
    return new Mailbox(jdbc, clock);
  }

  @Bean
  MailServer mailServer(Mailbox mailbox, Faults faults, SandboxProperties properties)
      throws UnknownHostException {
    return new MailServer(
        mailbox, faults, InetAddress.getByName(properties.address()), properties.smtpPort());
  }
}
