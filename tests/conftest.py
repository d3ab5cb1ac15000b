"""Let the tests of each folder import the helpers beside them; test files of one name in two folders do not meet (importlib mode)."""

import sys
from pathlib import Path

sys.path += [str(folder) for folder in sorted(Path(__file__).parent.iterdir()) if folder.is_dir() and folder.name != "__pycache__"]
