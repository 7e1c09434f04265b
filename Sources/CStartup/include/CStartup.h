#pragma once

/// Keeps this object in the link; it does nothing when called.
void stet_startup(void);
