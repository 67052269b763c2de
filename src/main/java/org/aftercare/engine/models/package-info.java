/** The models on the server, for those who read them: which there are, and what they say. */
@NamedInterface("models")
package org.aftercare.engine.models;

import org.springframework.modulith.NamedInterface;
