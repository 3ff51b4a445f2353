#include "dateline/dateline.h"
int main() { dateline::Problems problems; return dateline::Rules::load({}, problems) ? 0 : 2; }
