# 皋陶 Gaoyao. `make help` lists the targets.

VENV := .venv
BIN := $(VENV)/bin
PYTEST_ARGS ?= -n 2

# The main job: review every invented demonstration case, pages under build/demo, summary on the terminal.
DEMO = $(BIN)/gaoyao review demo/ --on 2024-06-01 --output build/demo --format html

# Debian packages that the tests need; installed where we are root, otherwise named.
TEST_DEBIAN_PACKAGES := chromium fonts-noto-cjk

LOCKED = requirements/build.txt requirements/run.txt pyproject.toml scripts/bootstrap.sh
READY = $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo serve test lint docs bench mutants dev lock clean

help: ## 列出全部目标
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY)-run ## 安装所需，审查演示案件（虚构），网页在 build/demo
	$(DEMO)

serve: $(READY)-web ## 启动工作台（只在本机），载入演示案件（虚构），打印各身份的一次性密码
	GAOYAO_WEB_DATA=$${GAOYAO_WEB_DATA:-build/workbench} $(BIN)/python -m gaoyao.web serve $(SERVE_ARGS)

test: $(READY)-test ## 安装测试依赖，运行全部测试
	@bash scripts/debian_packages.sh $(TEST_DEBIAN_PACKAGES) || [ "$$CI" != true ]
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(READY)-test ## 代码检查：ruff、格式、类型、分层
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)-docs ## 生成文档网站到 build/site，不联网
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	$(BIN)/python scripts/check_site.py build/site

bench: $(READY)-test ## 打印文档引用的性能数字
	$(BIN)/python -m benchmarks.performance

mutants: $(READY)-test ## 变异测试：改坏规则，看测试能否发现
	$(BIN)/python -m benchmarks.mutants

dev: $(READY)-dev ## 安装开发工具和本地提交前检查
	$(BIN)/pre-commit install

lock: $(READY)-dev ## 重新生成带哈希的锁定文件（升级：make lock UPGRADE=--upgrade）
	bash scripts/lock.sh $(UPGRADE)

clean: ## 删除可以重新生成的文件；不动 .venv
	rm -rf build dist .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache

$(READY)-run: $(LOCKED)
	@bash scripts/bootstrap.sh $(VENV) requirements/run.txt
	@touch $@

$(READY)-test: requirements/test.txt $(LOCKED)
	@bash scripts/bootstrap.sh $(VENV) requirements/test.txt
	@touch $@

$(READY)-web: requirements/web.txt $(LOCKED)
	@bash scripts/bootstrap.sh $(VENV) requirements/web.txt
	@touch $@

$(READY)-docs: requirements/docs.txt $(LOCKED)
	@bash scripts/bootstrap.sh $(VENV) requirements/docs.txt
	@touch $@

$(READY)-dev: requirements/dev.txt requirements/test.txt $(LOCKED)
	@bash scripts/bootstrap.sh $(VENV) requirements/test.txt requirements/dev.txt
	@touch $@
