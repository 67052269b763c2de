package org.aftercare.returns;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the weekly digest of returns.
 *
 * @param country whose office hours and holidays decide when it is told, ISO 3166 alpha-2
 */
@ConfigurationProperties("aftercare.return-digest")
record ReturnDigestProperties(@DefaultValue("SE") String country) {}
