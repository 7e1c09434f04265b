#pragma once
// No Swift file may see libxml2's headers: beside Foundation they don't compile.
