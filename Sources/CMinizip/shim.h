#pragma once
// Swift sees CZip's header alone.
