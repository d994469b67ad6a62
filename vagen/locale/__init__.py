"""Languages: gettext catalogs, and dates, numbers and money as each language writes them.

This front door is light: Babel stands behind the modules beside it (`days`, `money`, `places`,
`times`, `numbers`, `lists`) and is imported when one of their functions first needs it.
"""

from vagen.locale.catalog import LANGUAGES as LANGUAGES
from vagen.locale.catalog import Catalog as Catalog
from vagen.locale.catalog import catalog as catalog
from vagen.locale.catalog import catalog_digest as catalog_digest
from vagen.locale.catalog import direction as direction
from vagen.locale.environment import chosen as chosen
from vagen.locale.environment import written as written
