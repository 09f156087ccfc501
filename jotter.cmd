@echo off
rem The one command of a checkout: finds a Python, which does the rest.
setlocal
for %%P in ("%JOTTER_PYTHON%" "py -3" python python3) do (
  if not "%%~P"=="" (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 10))" >nul 2>&1
    if not errorlevel 1 (
      %%~P "%~dp0environment\setup" %*
      exit /b
    )
  )
)
echo jotter: Python 3.10 or newer is needed. Install it with: winget install Python.Python.3.13 1>&2
exit /b 1
